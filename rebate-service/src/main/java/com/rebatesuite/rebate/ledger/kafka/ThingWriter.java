package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.ledger.Adjustment;
import com.rebatesuite.rebate.ledger.Claim;
import com.rebatesuite.rebate.ledger.Freeze;
import com.rebatesuite.rebate.ledger.PayoutMethod;
import com.rebatesuite.rebate.ledger.Withdrawal;

/** The part of a recording that says how a withdrawal, a payout method, an adjustment, a claim or a frozen account stands. */
record ThingWriter(JsonOut json) {

    void withdrawal(Withdrawal withdrawal) {
        json.text("withdrawal_id", withdrawal.withdrawalId());
        json.text("state", withdrawal.state());
        json.money("amount", withdrawal.currency(), withdrawal.minor());
        var method = withdrawal.method();
        if (method != null) {
            json.object("method", method, this::whereTo);
        }
        json.text("requested_at", withdrawal.requestedAt());
        json.text("fingerprint", withdrawal.fingerprint());
        json.text("batch_id", withdrawal.batchId());
        json.text("reference", withdrawal.reference());
        json.text("reason", withdrawal.reason());
        json.text("detail", withdrawal.detail());
        if (withdrawal.available() != null) {
            json.number("available", withdrawal.available());
        }
    }

    void payoutMethod(PayoutMethod method) {
        whereTo(method);
        json.text("changed_at", method.changedAt());
        json.text("usable_from", method.usableFrom());
    }

    private void whereTo(PayoutMethod method) {
        json.text("kind", method.kind());
        json.text("account", method.account());
        json.text("holder", method.holder());
    }

    void adjustment(Adjustment adjustment) {
        json.text("adjustment_id", adjustment.adjustmentId());
        json.text("state", adjustment.state());
        json.money("amount", adjustment.currency(), adjustment.minor());
        json.text("reason", adjustment.reason());
        json.text("proposed_by", adjustment.proposedBy());
        json.text("proposed_at", adjustment.proposedAt());
        json.text("decided_by", adjustment.decidedBy());
        json.text("detail", adjustment.detail());
    }

    void claim(Claim claim) {
        json.text("claim_id", claim.claimId());
        json.text("state", claim.state());
        json.text("merchant", claim.merchant());
        json.text("external_number", claim.externalNumber());
        json.text("purchased_at", claim.purchasedAt());
        json.money("amount", claim.currency(), claim.minor());
        json.text("note", claim.note());
        json.text("filed_at", claim.filedAt());
        json.text("order_id", claim.orderId());
        json.text("decided_by", claim.decidedBy());
        json.text("reason", claim.reason());
        if (claim.granted() != null) {
            json.money("granted", claim.currency(), claim.granted());
        }
    }

    void freeze(Freeze freeze) {
        json.flag("frozen", freeze.frozen());
        json.text("reason", freeze.reason());
        json.text("by", freeze.by());
        json.text("at", freeze.at());
    }
}
