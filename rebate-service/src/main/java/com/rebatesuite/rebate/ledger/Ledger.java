package com.rebatesuite.rebate.ledger;

/** Decides what an input does to a shopper's account. Changes nothing itself; the same input twice has one effect. */
public final class Ledger {

    private Ledger() {}

    /** The decision about one input. */
    public static Decision decide(Books books, Input input) {
        return switch (input) {
            case Input.OrderPaid paid -> Estimating.pay(books, paid);
            case Input.OrderDelivered delivered -> Expecting.deliver(books, delivered);
            case Input.OrderCompleted completed -> Releasing.complete(books, completed);
            case Input.RebateSettled settled -> Releasing.settle(books, settled);
            case Input.ReturnReceived returned -> Reversing.receive(books, returned);
            case Input.OrderCancelled cancelled -> Reversing.cancel(books, cancelled);
            case Input.RebateAmended amended -> Correcting.amend(books, amended);
            case Input.RebateRejected rejected -> Rejecting.reject(books, rejected);
            case Input.PayoutMethodSet set -> Withdrawing.payTo(books, set);
            case Input.WithdrawalRequested requested -> Withdrawing.request(books, requested);
            case Input.WithdrawalBatched batched -> PayingOut.batch(books, batched);
            case Input.WithdrawalSettled settled -> PayingOut.settle(books, settled);
            case Input.WithdrawalFailed failed -> PayingOut.fail(books, failed);
            case Input.AdjustmentProposed proposed -> Adjusting.propose(books, proposed);
            case Input.AdjustmentDecided decided -> Adjusting.decide(books, decided);
            case Input.AccountFrozen frozen -> Freezing.freeze(books, frozen);
            case Input.ClaimFiled filed -> Claiming.file(books, filed);
            case Input.ClaimDecided decided -> Claiming.decide(books, decided);
            case Input.CouponIssued issued -> Offering.issue(books, issued);
            case Input.CouponExpired expired -> Offering.expire(books, expired);
            case Input.LotExpired expired -> Expiring.expire(books, expired);
        };
    }
}
