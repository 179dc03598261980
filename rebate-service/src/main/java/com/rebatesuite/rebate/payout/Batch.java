package com.rebatesuite.rebate.payout;

import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Withdrawals that are paid together, at least one, in the order of their requests. */
public record Batch(String batchId, List<Owned<WithdrawalView>> withdrawals) {

    private static final Comparator<Owned<WithdrawalView>> BY_REQUEST = Comparator.comparing(
                    (Owned<WithdrawalView> owned) -> owned.value().requestedAt())
            .thenComparing(owned -> owned.value().withdrawalId());

    public Batch {
        if (withdrawals.isEmpty()) {
            throw new IllegalArgumentException("withdrawals: none (expected: at least 1)");
        }
        withdrawals = withdrawals.stream().sorted(BY_REQUEST).toList();
    }

    /** The first that was requested: where a batch has its place among others. */
    public WithdrawalView first() {
        return withdrawals.getFirst().value();
    }

    /** When the last of them was requested. */
    public Instant requestedUntil() {
        return withdrawals.getLast().value().requestedAt();
    }

    /** How many are in which state. */
    public Map<String, Long> states() {
        return withdrawals.stream()
                .collect(Collectors.groupingBy(owned -> owned.value().state(), TreeMap::new, Collectors.counting()));
    }

    /** The sum of all amounts, by currency. */
    public List<MoneyView> totals() {
        return withdrawals.stream()
                .map(owned -> owned.value().amount())
                .collect(Collectors.groupingBy(
                        MoneyView::currency, TreeMap::new, Collectors.summingLong(MoneyView::minor)))
                .entrySet()
                .stream()
                .map(sum -> new MoneyView(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** Those that the bank has said nothing about yet: what is still to be paid. */
    public List<WithdrawalView> open() {
        return withdrawals.stream()
                .map(Owned::value)
                .filter(withdrawal -> withdrawal.state().equals("held"))
                .toList();
    }
}
