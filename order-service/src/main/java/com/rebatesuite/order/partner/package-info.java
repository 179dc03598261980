/** Batches of orders and returns that partners have already taken. */
@NullMarked
package com.rebatesuite.order.partner;

import org.jspecify.annotations.NullMarked;
