/** Operators' batches and files, and the payment provider's signed messages. */
@NullMarked
package com.rebatesuite.rebate.payout.web;

import org.jspecify.annotations.NullMarked;
