/** What operators ask about sales. */
@NullMarked
package com.rebatesuite.analytics.sales.web;

import org.jspecify.annotations.NullMarked;
