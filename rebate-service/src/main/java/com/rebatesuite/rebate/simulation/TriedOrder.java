package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.Earned;
import com.rebatesuite.rebate.rule.Amount;
import com.rebatesuite.rebate.rule.Rulebook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An order of the period: what it would earn, what became of it, and what it was given. As the ledger does, it takes each
 * return, amendment and rejection once, and wholly or not at all.
 */
final class TriedOrder {

    private final String userId;
    private final LocalDate day;
    private final String currency;
    private final Map<Integer, TriedLine> lines = new HashMap<>();
    private final Set<String> facts = HashSet.newHashSet(1);
    private long given;

    TriedOrder(String userId, Basket basket, Earned earned) {
        this.userId = userId;
        this.day = LocalDate.ofInstant(basket.occurredAt(), ZoneOffset.UTC);
        this.currency = basket.currency();
        for (int i = 0; i < basket.lines().size(); i++) {
            var sold = basket.lines().get(i);
            lines.put(sold.line(), TriedLine.sold(sold, earned.lines().get(i)));
        }
    }

    void returned(Fact.Returned returned) {
        boolean wereSold = returned.units().entrySet().stream()
                .allMatch(sentBack -> mayReturn(sentBack.getKey(), sentBack.getValue()));
        if (wereSold && facts.add(returned.returnId())) {
            returned.units()
                    .forEach((number, back) -> lines.computeIfPresent(number, (n, line) -> line.returning(back)));
        }
    }

    private boolean mayReturn(int number, int units) {
        var line = lines.get(number);
        return line != null && units <= line.left();
    }

    void amended(Fact.Amended amended, Rulebook rules) {
        boolean fits = lines.keySet().containsAll(amended.bases().keySet())
                && amended.bases().values().stream().map(Amount::currency).allMatch(currency::equals);
        if (fits && facts.add(amended.amendmentId())) {
            amended.bases()
                    .forEach((number, base) ->
                            lines.computeIfPresent(number, (n, line) -> line.amended(base.minor(), rules)));
        }
    }

    void rejected(Fact.Rejected rejected) {
        var concerned = rejected.lines() == null ? lines.keySet() : rejected.lines();
        if (lines.keySet().containsAll(concerned) && facts.add(rejected.rejectionId())) {
            lines.replaceAll((number, line) -> concerned.contains(number) ? line.closed() : line);
        }
    }

    void cancelled() {
        lines.replaceAll((number, line) -> line.closed());
    }

    void booked(long minor) {
        given = Math.addExact(given, minor);
    }

    String userId() {
        return userId;
    }

    LocalDate day() {
        return day;
    }

    String currency() {
        return currency;
    }

    long given() {
        return given;
    }

    /** What would be left of it. */
    long simulated() {
        return lines.values().stream().mapToLong(TriedLine::rest).sum();
    }
}
