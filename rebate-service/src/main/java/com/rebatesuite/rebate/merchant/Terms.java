package com.rebatesuite.rebate.merchant;

/** The terms of every merchant; of whom nothing was said, the usual ones. */
public interface Terms {

    MerchantTerms of(String merchant);
}
