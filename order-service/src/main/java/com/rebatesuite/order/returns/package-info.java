/** Goods that come back, per line and unit. */
@NullMarked
package com.rebatesuite.order.returns;

import org.jspecify.annotations.NullMarked;
