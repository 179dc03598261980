package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.simulation.Fact.ClaimFiled;
import com.rebatesuite.rebate.simulation.Fact.Purchase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Purchases that operators gave something for before their orders came: the ledger gives nothing for those, by any rule. */
final class Claims {

    private final Map<String, Claimed> filed = new HashMap<>();
    private final Set<Claimed> granted = new HashSet<>();

    void filed(ClaimFiled claim) {
        filed.putIfAbsent(claim.claimId(), new Claimed(claim.userId(), claim.purchase()));
    }

    void granted(String claimId) {
        var claimed = filed.get(claimId);
        if (claimed != null) {
            granted.add(claimed);
        }
    }

    boolean covers(String userId, @Nullable Purchase purchase) {
        return purchase != null && granted.contains(new Claimed(userId, purchase));
    }

    private record Claimed(String userId, Purchase purchase) {}
}
