package com.rebatesuite.rebate.merchant.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.merchant.Clawback;
import com.rebatesuite.rebate.merchant.MerchantTerms;

/** The data of contracts/events/merchant-terms.v1: what was agreed with a merchant, after a change. */
record TermsMessage(String merchant, int revision, int confirmAfterDays, String clawback) {

    static final String TYPE = "merchant-terms.v1";

    TermsMessage {
        requireNonNull(merchant, "merchant");
        requireNonNull(clawback, "clawback");
    }

    static TermsMessage of(MerchantTerms terms) {
        return new TermsMessage(
                terms.merchant(),
                terms.revision(),
                terms.confirmAfterDays(),
                terms.clawback().toString());
    }

    MerchantTerms toTerms() {
        return new MerchantTerms(merchant, revision, confirmAfterDays, Clawback.named(clawback));
    }
}
