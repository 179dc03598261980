package com.rebatesuite.rebate.ledger;

import static java.math.RoundingMode.HALF_EVEN;

import com.rebatesuite.rebate.ledger.Input.OrderCancelled;
import com.rebatesuite.rebate.ledger.Input.OrderCompleted;
import com.rebatesuite.rebate.ledger.Input.OrderPaid;
import com.rebatesuite.rebate.ledger.Input.RebateSettled;
import com.rebatesuite.rebate.ledger.Input.ReturnReceived;
import com.rebatesuite.rebate.ledger.Input.SoldLine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rebates should be, worked out from scratch from the facts: no entries, no state machine, no integers. Shares no
 * arithmetic with the ledger. Rates are percent by category.
 */
final class NaiveRebates {

    private final Map<String, BigDecimal> percentByCategory;
    private final Map<String, Facts> orders = new HashMap<>();

    NaiveRebates(Map<String, BigDecimal> percentByCategory) {
        this.percentByCategory = percentByCategory;
    }

    void tell(Input input) {
        var facts = orders.computeIfAbsent(input.orderId(), id -> new Facts());
        switch (input) {
            case OrderPaid paid -> facts.paid = facts.paid == null ? paid : facts.paid;
            case OrderCompleted completed -> facts.completed |= facts.paid != null && !facts.cancelled;
            case OrderCancelled cancelled -> facts.cancelled |= facts.paid != null;
            case RebateSettled settled -> facts.settled = true;
            case ReturnReceived returned -> facts.sendBack(returned);
        }
    }

    /** Per bucket, and for {@code earned} and {@code reversed}. */
    Map<String, BigDecimal> totals() {
        var totals = new TreeMap<String, BigDecimal>();
        for (var facts : orders.values()) {
            if (facts.paid != null) {
                facts.paid.lines().forEach(line -> add(totals, facts, line));
            }
        }
        return totals;
    }

    private void add(Map<String, BigDecimal> totals, Facts facts, SoldLine line) {
        var percent = percentByCategory.getOrDefault(line.category(), BigDecimal.ZERO);
        var earned = BigDecimal.valueOf(line.minor())
                .multiply(percent)
                .movePointLeft(2)
                .setScale(0, HALF_EVEN);
        var share = earned.multiply(BigDecimal.valueOf(facts.units(line.line())))
                .divide(BigDecimal.valueOf(line.quantity()), 0, HALF_EVEN);
        var reversed = facts.cancelled ? earned : share;
        totals.merge("earned", earned, BigDecimal::add);
        totals.merge("reversed", reversed, BigDecimal::add);
        totals.merge(facts.bucket(), earned.subtract(reversed), BigDecimal::add);
    }

    private static final class Facts {

        private @Nullable OrderPaid paid;
        private boolean completed;
        private boolean cancelled;
        private boolean settled;
        private final Set<String> returns = new HashSet<>();
        private final Map<Integer, Integer> unitsBack = new HashMap<>();

        private int units(int line) {
            return unitsBack.getOrDefault(line, 0);
        }

        private String bucket() {
            if (!completed) {
                return "estimated";
            }
            return settled || (paid != null && paid.channel() == Channel.SHOP) ? "available" : "confirmed";
        }

        private void sendBack(ReturnReceived returned) {
            if (paid == null || cancelled || returns.contains(returned.returnId())) {
                return;
            }
            var after = new HashMap<>(unitsBack);
            returned.lines().forEach(line -> after.merge(line.line(), line.quantity(), Integer::sum));
            var possible = after.entrySet().stream()
                    .allMatch(units -> paid.lines().stream()
                            .anyMatch(line -> line.line() == units.getKey() && units.getValue() <= line.quantity()));
            if (possible) {
                returns.add(returned.returnId());
                unitsBack.putAll(after);
            }
        }
    }
}
