package com.rebatesuite.rebate.adjustment;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.view.AdjustmentView;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A second operator approves or refuses a proposal. The ledger decides who was first, and checks again that the two are
 * not the same person; here it is said early.
 */
@Component
public class DecideAdjustment {

    private final Views views;
    private final LedgerCommands commands;
    private final Awaiting awaiting;

    DecideAdjustment(Views views, LedgerCommands commands, Awaiting awaiting) {
        this.views = views;
        this.commands = commands;
        this.awaiting = awaiting;
    }

    /** What an operator says to a proposal. */
    public record Verdict(
            boolean approved, String by, @Nullable String note) {

        /** Whether the adjustment stands as this would have it. */
        boolean is(AdjustmentView adjustment) {
            return adjustment.state().equals("booked") == approved;
        }
    }

    /** What became of it. */
    public sealed interface Answer {

        /** It stands as the operator would have it, by his word or somebody else's. */
        record Decided(Owned<AdjustmentView> adjustment) implements Answer {}

        /** The ledger will hear of it for certain. */
        record Accepted(String adjustmentId) implements Answer {}

        /** It would be decided like this, and nothing was done. */
        record Would(Owned<AdjustmentView> adjustment, Preview preview) implements Answer {}

        /** It stands otherwise, and stays so. */
        record Otherwise(AdjustmentView adjustment) implements Answer {}

        /** Who proposed it cannot approve it. */
        record SamePerson(AdjustmentView adjustment) implements Answer {}

        /** Nothing is known of such a proposal. */
        record Unknown(String adjustmentId) implements Answer {}
    }

    /** Decides it once, however often. */
    public Answer decide(String adjustmentId, Verdict verdict, Patience patience) {
        return views.adjustment(adjustmentId)
                .map(known -> settled(known, verdict).orElseGet(() -> tell(known, verdict, patience)))
                .orElseGet(() -> new Answer.Unknown(adjustmentId));
    }

    /** What {@link #decide} would come to. */
    public Answer preview(String adjustmentId, Verdict verdict) {
        return views.adjustment(adjustmentId)
                .map(known -> settled(known, verdict).orElseGet(() -> would(known)))
                .orElseGet(() -> new Answer.Unknown(adjustmentId));
    }

    private static Optional<Answer> settled(Owned<AdjustmentView> known, Verdict verdict) {
        if (verdict.approved() && verdict.by().equals(known.value().proposedBy())) {
            return Optional.of(new Answer.SamePerson(known.value()));
        }
        return isDecided(known) ? Optional.of(decided(known, verdict)) : Optional.empty();
    }

    private Answer tell(Owned<AdjustmentView> known, Verdict verdict, Patience patience) {
        var id = known.value().adjustmentId();
        commands.send(new AdjustmentDecided(id, known.userId(), verdict.approved(), verdict.by(), verdict.note()));
        return awaiting.see(patience, () -> views.adjustment(id).filter(DecideAdjustment::isDecided))
                .map(seen -> decided(seen, verdict))
                .orElseGet(() -> new Answer.Accepted(id));
    }

    private Answer would(Owned<AdjustmentView> known) {
        return new Answer.Would(
                known, Preview.of(views.account(known.userId()), known.value().amount()));
    }

    private static Answer decided(Owned<AdjustmentView> adjustment, Verdict verdict) {
        return verdict.is(adjustment.value())
                ? new Answer.Decided(adjustment)
                : new Answer.Otherwise(adjustment.value());
    }

    private static boolean isDecided(Owned<AdjustmentView> adjustment) {
        return !adjustment.value().state().equals("proposed");
    }
}
