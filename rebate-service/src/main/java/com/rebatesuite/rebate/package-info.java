/** The ledger of rebates: what a shopper gets back, why, and when. */
@NullMarked
package com.rebatesuite.rebate;

import org.jspecify.annotations.NullMarked;
