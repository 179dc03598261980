/** The payment provider's signed webhook. */
@NullMarked
package com.rebatesuite.order.payment.web;

import org.jspecify.annotations.NullMarked;
