/** What the payment provider tells us, and what follows from it. */
@NullMarked
package com.rebatesuite.order.payment;

import org.jspecify.annotations.NullMarked;
