package com.rebatesuite.rebate.merchant;

import com.rebatesuite.rebate.revision.Answer;
import com.rebatesuite.rebate.revision.Change;
import com.rebatesuite.rebate.revision.Revising;
import com.rebatesuite.rebate.revision.RevisionLog;
import org.springframework.stereotype.Component;

/** An operator's change of a merchant's terms. */
@Component
public class ChangeTerms {

    private final Revising<MerchantTerms> revising;

    ChangeTerms(AppliedTerms applied, RevisionLog<MerchantTerms> log) {
        this.revising = new Revising<>(applied.revisions(), log);
    }

    /** Changes the terms if they are at {@code expectedRevision}; 0: nothing was ever said. */
    public Answer<MerchantTerms> change(
            String merchant, int expectedRevision, int confirmAfterDays, Clawback clawback) {
        return revising.change(
                merchant,
                expectedRevision,
                known ->
                        new Change.To<>(new MerchantTerms(merchant, expectedRevision + 1, confirmAfterDays, clawback)));
    }
}
