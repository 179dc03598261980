/** What shoppers did: checked one by one, then appended to the log. */
@NullMarked
package com.rebatesuite.analytics.behaviour;

import org.jspecify.annotations.NullMarked;
