/** What the clock sets off. */
@NullMarked
package com.rebatesuite.order.ordering.schedule;

import org.jspecify.annotations.NullMarked;
