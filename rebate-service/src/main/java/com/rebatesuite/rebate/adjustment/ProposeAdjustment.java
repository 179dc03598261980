package com.rebatesuite.rebate.adjustment;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.keyed.KeyReused;
import com.rebatesuite.rebate.view.AdjustmentView;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An operator proposes an adjustment, or looks what it would do. */
@Component
public class ProposeAdjustment {

    private final Views views;
    private final LedgerCommands commands;
    private final Awaiting awaiting;

    ProposeAdjustment(Views views, LedgerCommands commands, Awaiting awaiting) {
        this.views = views;
        this.commands = commands;
        this.awaiting = awaiting;
    }

    /** What became of it. */
    public sealed interface Answer {

        /** It waits for a second operator; {@code again} if it already did before. */
        record Proposed(Owned<AdjustmentView> adjustment, boolean again) implements Answer {}

        /** The ledger will hear of it for certain. */
        record Accepted(String adjustmentId) implements Answer {}

        /** Nothing is known of such a shopper. */
        record NoAccount(String userId) implements Answer {}
    }

    /**
     * Proposes it once, however often.
     *
     * @throws KeyReused if the key stands for another proposal
     */
    public Answer propose(IdempotencyKey key, AdjustmentProposed wanted, Patience patience) {
        var known = views.adjustment(wanted.adjustmentId());
        if (known.isPresent()) {
            return proposed(key, wanted, known.get(), true);
        }
        if (!hasAccount(wanted.userId())) {
            return new Answer.NoAccount(wanted.userId());
        }
        commands.send(wanted);
        return awaiting.see(patience, () -> views.adjustment(wanted.adjustmentId()))
                .map(seen -> proposed(key, wanted, seen, false))
                .orElseGet(() -> new Answer.Accepted(wanted.adjustmentId()));
    }

    /** What it would book if it were approved now; empty if nothing is known of such a shopper. */
    public Optional<Preview> preview(AdjustmentProposed wanted) {
        var account = views.account(wanted.userId());
        return account.version() == 0 ? Optional.empty() : Optional.of(Preview.of(account, wanted.amount()));
    }

    private boolean hasAccount(String userId) {
        return views.account(userId).version() > 0;
    }

    /** The ledger keeps the first of two proposals with one id: which one that is shows only now. */
    private static Answer proposed(
            IdempotencyKey key, AdjustmentProposed wanted, Owned<AdjustmentView> seen, boolean again) {
        if (!wanted.says(seen.value())) {
            throw new KeyReused(key);
        }
        return new Answer.Proposed(seen, again);
    }
}
