/** Shoppers miss a rebate: what they claim is matched with what a partner tells later, or an operator decides. */
@NullMarked
package com.rebatesuite.rebate.claim;

import org.jspecify.annotations.NullMarked;
