package com.rebatesuite.rebate.merchant;

import com.rebatesuite.rebate.revision.Revisions;
import org.springframework.stereotype.Component;

/** The terms that the ledger of this replica works with. */
@Component
public class AppliedTerms implements Terms {

    private final Revisions<MerchantTerms> terms = new Revisions<>();

    @Override
    public MerchantTerms of(String merchant) {
        return terms.find(merchant).orElseGet(() -> MerchantTerms.usual(merchant));
    }

    /** Takes in one change; of two changes to the same revision the first counts. */
    public void apply(String eventId, MerchantTerms changed) {
        terms.apply(eventId, changed);
    }

    Revisions<MerchantTerms> revisions() {
        return terms;
    }
}
