package com.rebatesuite.deploy.ledger;

import com.rebatesuite.deploy.ledger.Decision.Entry;
import com.rebatesuite.deploy.ledger.Decision.Withdrawal;
import java.util.HashMap;
import java.util.Map;

/** Where the money of an account's withdrawals lies, added up from entries. */
final class WithdrawalBook {

    private final Map<String, Long> reserved = new HashMap<>();
    private final Map<String, Long> paid = new HashMap<>();

    void take(Entry entry) {
        var id = entry.withdrawalId();
        if (id != null) {
            long minor = entry.amount().minor();
            reserved.merge(id, sign(entry, "reserved") * minor, Math::addExact);
            paid.merge(id, sign(entry, "paid") * minor, Math::addExact);
        }
    }

    void compare(String where, Withdrawal withdrawal, Findings findings) {
        var id = withdrawal.withdrawalId();
        long held = withdrawal.state().equals("held") ? withdrawal.amount().minor() : 0;
        long gone = withdrawal.state().equals("paid") ? withdrawal.amount().minor() : 0;
        findings.claim(
                reserved.getOrDefault(id, 0L) == held && paid.getOrDefault(id, 0L) == gone,
                "a withdrawal's money is where its state says",
                () -> "%s, withdrawal %s is %s: reserved %d, paid %d"
                        .formatted(
                                where,
                                id,
                                withdrawal.state(),
                                reserved.getOrDefault(id, 0L),
                                paid.getOrDefault(id, 0L)));
    }

    private static int sign(Entry entry, String bucket) {
        return entry.to().equals(bucket) ? 1 : entry.from().equals(bucket) ? -1 : 0;
    }
}
