package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Shopper;
import com.rebatesuite.rebate.merchant.Terms;
import com.rebatesuite.rebate.rule.Rulebook;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about one shopper reads.
 *
 * @param now when it is recorded
 */
public record Books(
        String userId,
        Rows rows,
        Rulebook rules,
        Budgeting budgets,
        Terms terms,
        LedgerSettings settings,
        Instant now) {

    Account account() {
        return rows.at(Account.KEY) instanceof Account account ? account : Account.open(userId);
    }

    @Nullable Freeze freeze() {
        return (Freeze) rows.at(Freeze.KEY);
    }

    boolean frozen() {
        var freeze = freeze();
        return freeze != null && freeze.frozen();
    }

    @Nullable OrderRebate order(String orderId) {
        return (OrderRebate) rows.at(OrderRebate.key(orderId));
    }

    @Nullable Withdrawal withdrawal(String withdrawalId) {
        return (Withdrawal) rows.at(Withdrawal.key(withdrawalId));
    }

    @Nullable PayoutMethod payoutMethod() {
        return (PayoutMethod) rows.at(PayoutMethod.KEY);
    }

    @Nullable Adjustment adjustment(String adjustmentId) {
        return (Adjustment) rows.at(Adjustment.key(adjustmentId));
    }

    @Nullable Claim claim(String claimId) {
        return (Claim) rows.at(Claim.key(claimId));
    }

    OrderReference reference(String merchant, String externalNumber) {
        return rows.at(OrderReference.key(merchant, externalNumber)) instanceof OrderReference known
                ? known
                : new OrderReference(merchant, externalNumber, null, null);
    }

    boolean issued(String campaignId, String window) {
        return rows.at(IssuedCoupon.key(campaignId, window)) != null;
    }

    Shopper shopper() {
        return rows.at(KnownShopper.KEY) instanceof KnownShopper known ? known.shopper() : Shopper.unknown();
    }

    Lots lots(String currency) {
        return rows.at(Lots.key(currency)) instanceof Lots lots ? lots : new Lots(currency, List.of());
    }
}
