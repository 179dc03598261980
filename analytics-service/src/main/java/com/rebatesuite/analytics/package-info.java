/** Analytics: event-time windows over sales, and the collector of behaviour. */
@NullMarked
package com.rebatesuite.analytics;

import org.jspecify.annotations.NullMarked;
