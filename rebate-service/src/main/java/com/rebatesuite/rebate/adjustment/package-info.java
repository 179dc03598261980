/** Operators add to or take from what a shopper has available: one proposes, another one decides. */
@NullMarked
package com.rebatesuite.rebate.adjustment;

import org.jspecify.annotations.NullMarked;
