package com.rebatesuite.rebate.claim;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.view.ClaimView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An operator decides a claim that nothing of a partner's has matched; the ledger decides who was first. */
@Component
public class DecideClaim {

    private final Views views;
    private final Claims claims;
    private final LedgerCommands commands;
    private final Awaiting awaiting;

    DecideClaim(Views views, Claims claims, LedgerCommands commands, Awaiting awaiting) {
        this.views = views;
        this.claims = claims;
        this.commands = commands;
        this.awaiting = awaiting;
    }

    /** What an operator says to a claim; nothing {@code granted} refuses it. */
    public record Verdict(@Nullable MoneyView granted, String reason, String by) {

        boolean is(ClaimView claim) {
            return claim.state().equals(granted == null ? "refused" : "granted")
                    && Objects.equals(claim.granted(), granted);
        }
    }

    /** What became of it. */
    public sealed interface Answer {

        /** It stands as the operator would have it, by his word or somebody else's. */
        record Decided(Owned<ClaimView> claim) implements Answer {}

        /** The ledger will hear of it for certain. */
        record Accepted(String claimId) implements Answer {}

        /** It would be decided like this, and nothing was done. */
        record Would(Owned<ClaimView> claim, @Nullable MoneyView granted) implements Answer {}

        /** It stands otherwise, and stays so. */
        record Otherwise(ClaimView claim) implements Answer {}

        /** Another claim for the same purchase has got its rebate. */
        record Claimed(ClaimView other) implements Answer {}

        /** Nobody decides his own claim. */
        record SamePerson(String by) implements Answer {}

        /** More than was paid, or in another currency. */
        record NotThatMuch(MoneyView granted, MoneyView most) implements Answer {}

        /** Nothing is known of such a claim. */
        record Unknown(String claimId) implements Answer {}
    }

    /** Decides it once, however often. */
    public Answer decide(String claimId, Verdict verdict, Patience patience) {
        return views.claim(claimId)
                .map(known -> settled(known, verdict).orElseGet(() -> tell(known, verdict, patience)))
                .orElseGet(() -> new Answer.Unknown(claimId));
    }

    /** What {@link #decide} would come to. */
    public Answer preview(String claimId, Verdict verdict) {
        return views.claim(claimId)
                .map(known -> settled(known, verdict).orElseGet(() -> new Answer.Would(known, verdict.granted())))
                .orElseGet(() -> new Answer.Unknown(claimId));
    }

    private Optional<Answer> settled(Owned<ClaimView> known, Verdict verdict) {
        if (verdict.by().equals(known.userId())) {
            return Optional.of(new Answer.SamePerson(verdict.by()));
        }
        if (isDecided(known)) {
            return Optional.of(decided(known, verdict));
        }
        return verdict.granted() == null ? Optional.empty() : refusal(known, verdict.granted());
    }

    private Optional<Answer> refusal(Owned<ClaimView> known, MoneyView granted) {
        var paid = known.value().amount();
        if (!granted.currency().equals(paid.currency()) || granted.minor() > paid.minor()) {
            return Optional.of(new Answer.NotThatMuch(granted, paid));
        }
        return claims.of(known.userId()).stream()
                .filter(other -> isSamePurchase(other, known.value()))
                .filter(other ->
                        other.state().equals("granted") || other.state().equals("matched"))
                .findFirst()
                .map(Answer.Claimed::new);
    }

    private Answer tell(Owned<ClaimView> known, Verdict verdict, Patience patience) {
        var id = known.value().claimId();
        commands.send(new ClaimDecided(id, known.userId(), verdict.granted(), verdict.reason(), verdict.by()));
        return awaiting.see(patience, () -> views.claim(id).filter(DecideClaim::isDecided))
                .map(seen -> decided(seen, verdict))
                .orElseGet(() -> new Answer.Accepted(id));
    }

    private static Answer decided(Owned<ClaimView> claim, Verdict verdict) {
        return verdict.is(claim.value()) ? new Answer.Decided(claim) : new Answer.Otherwise(claim.value());
    }

    private static boolean isDecided(Owned<ClaimView> claim) {
        return !claim.value().state().equals("open");
    }

    private static boolean isSamePurchase(ClaimView one, ClaimView other) {
        return one.merchant().equals(other.merchant())
                && one.externalNumber().equals(other.externalNumber())
                && !one.claimId().equals(other.claimId());
    }
}
