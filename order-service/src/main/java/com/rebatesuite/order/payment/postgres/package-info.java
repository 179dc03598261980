/** Payments in PostgreSQL. */
@NullMarked
package com.rebatesuite.order.payment.postgres;

import org.jspecify.annotations.NullMarked;
