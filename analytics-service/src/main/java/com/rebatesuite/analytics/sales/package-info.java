/** Sales per minute, sku and currency: what is counted, when a minute is final, and what is too late. */
@NullMarked
package com.rebatesuite.analytics.sales;

import org.jspecify.annotations.NullMarked;
