/** The minutes as they are served. */
@NullMarked
package com.rebatesuite.analytics.sales.cassandra;

import org.jspecify.annotations.NullMarked;
