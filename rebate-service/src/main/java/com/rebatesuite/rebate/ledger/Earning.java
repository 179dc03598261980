package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.ledger.Input.OrderPaid;
import com.rebatesuite.rebate.ledger.Input.SoldLine;
import com.rebatesuite.rebate.rule.Rulebook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A paid order: per line house → estimated. */
final class Earning {

    private static final int BASIS_POINTS = 10_000;

    private Earning() {}

    static Decision decide(
            Account account, @Nullable OrderRebate known, OrderPaid paid, Rulebook rules, Instant recordedAt) {
        if (known != null && !known.awaited()) {
            return new Decision.Ignored("already-paid");
        }
        var booking = new Booking(account, paid.cause(), recordedAt, paid.currency());
        var order = estimated(known, paid, rules);
        for (var line : order.lines()) {
            booking.move(
                    Kind.EARNED, order.orderId(), line, Bucket.HOUSE, Bucket.ESTIMATED, line.earned(), line.steps());
        }
        return booking.booked(order);
    }

    private static OrderRebate estimated(@Nullable OrderRebate known, OrderPaid paid, Rulebook rules) {
        var lines = paid.lines().stream()
                .map(line -> earn(line, paid.occurredAt(), rules))
                .toList();
        return new OrderRebate(
                paid.orderId(),
                paid.channel(),
                paid.currency(),
                OrderState.ESTIMATED,
                false,
                known != null && known.settled(),
                lines,
                Set.of(),
                known == null ? Set.of() : new LinkedHashSet<>(known.causes()));
    }

    private static LineRebate earn(SoldLine line, Instant occurredAt, Rulebook rules) {
        return rules.ruleFor(line.merchant(), line.category(), occurredAt)
                .map(match -> {
                    int rate = match.version().rateBasisPoints();
                    long earned = HalfEven.share(line.minor(), rate, BASIS_POINTS);
                    return line(
                            line,
                            earned,
                            new AppliedRule(match.ruleId(), match.version().version(), rate),
                            new Step("rate", words(line.minor(), rate, earned), earned));
                })
                .orElseGet(() -> line(line, 0, null, new Step("no-rule", noRule(line), 0)));
    }

    private static LineRebate line(SoldLine sold, long earned, @Nullable AppliedRule rule, Step step) {
        return new LineRebate(
                sold.line(),
                sold.sku(),
                sold.quantity(),
                0,
                sold.minor(),
                earned,
                0,
                Bucket.ESTIMATED,
                rule,
                List.of(step));
    }

    /** For example {@code 1250 x 2.50 % = 31.25 -> 31}; without an arrow when nothing is rounded. */
    private static String words(long minor, int rate, long earned) {
        var exact =
                BigDecimal.valueOf(Math.multiplyExact(minor, (long) rate), 4).stripTrailingZeros();
        var words = minor + " x " + BigDecimal.valueOf(rate, 2) + " % = " + exact.toPlainString();
        return exact.scale() > 0 ? words + " -> " + earned : words;
    }

    private static String noRule(SoldLine line) {
        return "no rule for merchant " + line.merchant() + ", category " + line.category();
    }
}
