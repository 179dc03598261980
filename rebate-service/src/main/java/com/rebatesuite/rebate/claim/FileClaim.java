package com.rebatesuite.rebate.claim;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.keyed.KeyReused;
import com.rebatesuite.rebate.view.ClaimView;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A shopper claims the rebate for a purchase. */
@Component
public class FileClaim {

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Views views;
    private final Claims claims;
    private final LedgerCommands commands;
    private final Awaiting awaiting;
    private final ClaimsProperties properties;
    private final Clock clock;

    FileClaim(
            Views views,
            Claims claims,
            LedgerCommands commands,
            Awaiting awaiting,
            ClaimsProperties properties,
            Clock clock) {
        this.views = views;
        this.claims = claims;
        this.commands = commands;
        this.awaiting = awaiting;
        this.properties = properties;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Answer {

        /** It is known; {@code again} if it already was before. */
        record Filed(Owned<ClaimView> claim, boolean again) implements Answer {}

        /** The ledger will hear of it for certain. */
        record Accepted(String claimId) implements Answer {}

        /** The same purchase is claimed already. */
        record Claimed(ClaimView claim) implements Answer {}

        /** So many claims wait already. */
        record TooMany(int most) implements Answer {}

        /** The purchase is too long ago, or has not happened yet. */
        record NotThen(Instant purchasedAt, Instant from, Instant to) implements Answer {}
    }

    /**
     * Files it once, however often.
     *
     * @throws KeyReused if the key stands for another claim
     */
    public Answer file(IdempotencyKey key, ClaimFiled wanted, Patience patience) {
        return views.claim(wanted.claimId())
                .map(known -> filed(key, wanted, known, true))
                .or(() -> refusal(wanted))
                .orElseGet(() -> tell(key, wanted, patience));
    }

    private Optional<Answer> refusal(ClaimFiled wanted) {
        var now = clock.instant();
        var from = now.minus(properties.oldest());
        if (wanted.purchasedAt().isBefore(from) || wanted.purchasedAt().isAfter(now.plus(SKEW))) {
            return Optional.of(new Answer.NotThen(wanted.purchasedAt(), from, now));
        }
        return refusal(wanted, claims.of(wanted.userId()));
    }

    private Optional<Answer> refusal(ClaimFiled wanted, List<ClaimView> known) {
        var same = known.stream()
                .filter(claim -> wanted.isAbout(claim) && !claim.state().equals("refused"))
                .findFirst();
        if (same.isPresent()) {
            return same.map(Answer.Claimed::new);
        }
        long open = known.stream().filter(claim -> claim.state().equals("open")).count();
        return open < properties.mostOpen() ? Optional.empty() : Optional.of(new Answer.TooMany(properties.mostOpen()));
    }

    private Answer tell(IdempotencyKey key, ClaimFiled wanted, Patience patience) {
        commands.send(wanted);
        return awaiting.see(patience, () -> views.claim(wanted.claimId()))
                .map(seen -> filed(key, wanted, seen, false))
                .orElseGet(() -> new Answer.Accepted(wanted.claimId()));
    }

    private static Answer filed(IdempotencyKey key, ClaimFiled wanted, Owned<ClaimView> seen, boolean again) {
        if (!wanted.says(seen.value())) {
            throw new KeyReused(key);
        }
        return new Answer.Filed(seen, again);
    }
}
