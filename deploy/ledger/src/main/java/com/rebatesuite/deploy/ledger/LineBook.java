package com.rebatesuite.deploy.ledger;

import com.rebatesuite.deploy.ledger.Decision.Entry;
import com.rebatesuite.deploy.ledger.Decision.Line;
import com.rebatesuite.deploy.ledger.Decision.Order;
import com.rebatesuite.deploy.ledger.Decision.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the lines of one account's orders gave and took back, added up from entries and held against what the ledger says. */
final class LineBook {

    private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);

    private final Map<String, Long> net = new HashMap<>();
    private final Set<String> amended = new HashSet<>();

    void take(Entry entry) {
        if (entry.orderId() == null) {
            return;
        }
        var key = key(entry.orderId(), entry.line(), entry.part());
        if (entry.from().equals("house")) {
            net.merge(key, entry.amount().minor(), Math::addExact);
        }
        if (entry.to().equals("house") && !entry.kind().equals("expired")) {
            net.merge(key, -entry.amount().minor(), Math::addExact);
        }
    }

    /** From now on its numbers follow another base, or a reason: it was amended or rejected, whichever entries that took. */
    void amend(String orderId) {
        amended.add(orderId);
    }

    void compare(String where, Order order, Findings findings) {
        for (var line : order.lines()) {
            for (var part : line.parts()) {
                part(where + ", order " + order.orderId() + ", line " + line.line(), order, line, part, findings);
            }
        }
    }

    private void part(String where, Order order, Line line, Part part, Findings findings) {
        long earned = part.earned().minor();
        long reversed = part.reversed().minor();
        findings.claim(
                reversed >= 0 && reversed <= earned,
                "INV-3 0 <= reversed <= earned",
                () -> "%s: reversed %d, earned %d".formatted(where, reversed, earned));
        long booked = net.getOrDefault(key(order.orderId(), line.line(), part.part()), 0L);
        findings.claim(
                booked == earned - reversed,
                "the rest of a line is the sum of its entries",
                () -> "%s, part %d: entries %d, ledger %d".formatted(where, part.part(), booked, earned - reversed));
        cents(where, order, line, part, findings);
    }

    private void cents(String where, Order order, Line line, Part part, Findings findings) {
        if (amended.contains(order.orderId())) {
            return;
        }
        rate(where, line, part, findings);
        if (!order.state().equals("cancelled")) {
            var due = share(part.earned().minor(), line.returned(), line.quantity());
            findings.claim(
                    part.reversed().minor() == due,
                    "reversed = round(earned x returned / sold)",
                    () -> "%s: reversed %d, expected %d"
                            .formatted(where, part.reversed().minor(), due));
        }
    }

    /** Caps, budgets and promises are further steps; a rate alone leaves no doubt. */
    private static void rate(String where, Line line, Part part, Findings findings) {
        var rate = part.rateBasisPoints();
        if (rate == null || rate == 0 || part.steps().size() != 1) {
            return;
        }
        var exact = BigDecimal.valueOf(line.base().minor()).multiply(BigDecimal.valueOf(rate));
        long due = exact.divide(BASIS_POINTS, 0, RoundingMode.HALF_EVEN).longValueExact();
        findings.claim(
                part.earned().minor() == due,
                "earned = round(base x rate)",
                () -> "%s: earned %d, expected %d"
                        .formatted(where, part.earned().minor(), due));
    }

    private static long share(long amount, int part, int whole) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static String key(String orderId, int line, int part) {
        return orderId + "/" + line + "/" + part;
    }
}
