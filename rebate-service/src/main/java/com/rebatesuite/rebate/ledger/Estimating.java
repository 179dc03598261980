package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.Earned;
import com.rebatesuite.rebate.earning.EarnedLine;
import com.rebatesuite.rebate.earning.Earning;
import com.rebatesuite.rebate.ledger.Input.OrderPaid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A paid order: per part house → estimated. */
final class Estimating {

    private Estimating() {}

    static Decision pay(Books books, OrderPaid paid) {
        var known = books.order(paid.basket().orderId());
        if (known != null && !known.awaited()) {
            return new Decision.Ignored("already-paid");
        }
        var claim = Claiming.claimOf(books, paid);
        var earned = claim != null && claim.state() == Claim.Progress.GRANTED
                ? granted(paid.basket(), claim)
                : Earning.earn(paid.basket(), books.shopper(), books.budgets(), books.rules());
        var missing = new TreeMap<>(earned.missing());
        missing.keySet().removeIf(rule -> !books.budgets().mayGrow(rule));
        return missing.isEmpty() ? book(books, paid, known, claim, earned) : new Decision.Waiting(missing);
    }

    private static Decision book(
            Books books, OrderPaid paid, @Nullable OrderRebate known, @Nullable Claim claim, Earned earned) {
        var booking = new Booking(books, paid.cause());
        var order = estimated(books, paid, known, earned);
        for (var line : order.lines()) {
            for (var part : line.parts()) {
                booking.move(
                        Kind.EARNED,
                        About.part(order, line, part),
                        Bucket.HOUSE,
                        Bucket.ESTIMATED,
                        order.currency(),
                        part.earned(),
                        part.steps());
            }
        }
        Claiming.track(booking, paid, claim);
        return booking.remember(order)
                .remember(new KnownShopper(books.shopper().after(paid.basket(), earned)))
                .draw(earned.drawn())
                .booked();
    }

    private static OrderRebate estimated(Books books, OrderPaid paid, @Nullable OrderRebate known, Earned earned) {
        var basket = paid.basket();
        var lines = new ArrayList<LineRebate>(basket.lines().size());
        for (int i = 0; i < basket.lines().size(); i++) {
            lines.add(LineRebate.estimated(basket.lines().get(i), earned.lines().get(i)));
        }
        return new OrderRebate(
                basket.orderId(),
                paid.channel(),
                paid.partner(),
                paid.externalNumber(),
                basket.currency(),
                OrderState.ESTIMATED,
                basket.occurredAt(),
                expected(books, basket),
                false,
                known != null && known.settled(),
                lines,
                Set.of());
    }

    /** The slowest of its merchants decides. */
    private static Instant expected(Books books, Basket basket) {
        int days = basket.lines().stream()
                .mapToInt(line -> books.terms().of(line.merchant()).confirmAfterDays())
                .max()
                .orElse(0);
        return basket.occurredAt().plus(Duration.ofDays(days));
    }

    /** What was granted on a claim is not earned a second time. */
    private static Earned granted(Basket basket, Claim claim) {
        var reason = "already granted on your claim " + claim.claimId();
        var lines = basket.lines().stream()
                .map(line -> new EarnedLine(line.line(), List.of(), reason))
                .toList();
        return new Earned(lines, Map.of(), Map.of(), Map.of(), Set.of());
    }
}
