/** Asking inventory to hold the goods of an order, and what its answer does to the order. */
@NullMarked
package com.rebatesuite.order.hold;

import org.jspecify.annotations.NullMarked;
