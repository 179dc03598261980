package com.rebatesuite.rebate.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is written down about one decision: its entries, the balances after it and whatever it changed, as it stands.
 *
 * @param version version of the account after the decision
 * @param entries empty when something only became known
 * @param balances one per currency the account ever had, sorted by currency
 * @param changed everything that is to be remembered from now on
 */
public record Recording(
        String userId,
        long version,
        Instant recordedAt,
        Cause cause,
        List<Entry> entries,
        List<Balance> balances,
        List<State> changed) {

    public Recording {
        entries = List.copyOf(entries);
        balances = List.copyOf(balances);
        changed = List.copyOf(changed);
    }

    /** What the decision changed of that type. */
    public <T extends State> Optional<T> changed(Class<T> type) {
        return changed.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
