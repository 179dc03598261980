package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.rebate.ledger.Input;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the ledger needs of adjustments, freezes and claims. */
final class OperatorMessages {

    private OperatorMessages() {}

    /** adjustment-proposed.v1. */
    record Proposed(String adjustmentId, String userId, MoneyMessage amount, String reason, String by) {

        public Proposed {
            requireNonNull(adjustmentId, "adjustment_id");
            requireNonNull(userId, "user_id");
            requireNonNull(amount, "amount");
            requireNonNull(reason, "reason");
            requireNonNull(by, "by");
        }

        static Input input(CloudEvent<Proposed> event) {
            var data = event.data();
            return new Input.AdjustmentProposed(
                    Causes.of(event),
                    data.userId(),
                    data.adjustmentId(),
                    data.amount().currency(),
                    data.amount().minor(),
                    data.reason(),
                    data.by(),
                    event.time());
        }
    }

    /** adjustment-decided.v1. */
    record Decided(
            String adjustmentId,
            String userId,
            boolean approved,
            String by,
            @Nullable String note) {

        public Decided {
            requireNonNull(adjustmentId, "adjustment_id");
            requireNonNull(userId, "user_id");
            requireNonNull(by, "by");
        }

        static Input input(CloudEvent<Decided> event) {
            var data = event.data();
            return new Input.AdjustmentDecided(
                    Causes.of(event), data.userId(), data.adjustmentId(), data.approved(), data.by(), data.note());
        }
    }

    /** account-frozen.v1 and account-unfrozen.v1. */
    record Frozen(String userId, String reason, String by) {

        public Frozen {
            requireNonNull(userId, "user_id");
            requireNonNull(reason, "reason");
            requireNonNull(by, "by");
        }

        static Input frozen(CloudEvent<Frozen> event) {
            return input(event, true);
        }

        static Input unfrozen(CloudEvent<Frozen> event) {
            return input(event, false);
        }

        private static Input input(CloudEvent<Frozen> event, boolean frozen) {
            var data = event.data();
            return new Input.AccountFrozen(
                    Causes.of(event), data.userId(), frozen, data.reason(), data.by(), event.time());
        }
    }

    /** claim-filed.v1. */
    record Filed(
            String claimId,
            String userId,
            String merchant,
            String externalNumber,
            Instant purchasedAt,
            MoneyMessage amount,
            @Nullable String note) {

        public Filed {
            requireNonNull(claimId, "claim_id");
            requireNonNull(userId, "user_id");
            requireNonNull(merchant, "merchant");
            requireNonNull(externalNumber, "external_number");
            requireNonNull(purchasedAt, "purchased_at");
            requireNonNull(amount, "amount");
        }

        static Input input(CloudEvent<Filed> event) {
            var data = event.data();
            return new Input.ClaimFiled(
                    Causes.of(event),
                    data.userId(),
                    data.claimId(),
                    data.merchant(),
                    data.externalNumber(),
                    data.purchasedAt(),
                    data.amount().currency(),
                    data.amount().minor(),
                    data.note(),
                    event.time());
        }
    }

    /** claim-decided.v1. */
    record ClaimDecided(
            String claimId, String userId, @Nullable MoneyMessage granted, String reason, String by) {

        public ClaimDecided {
            requireNonNull(claimId, "claim_id");
            requireNonNull(userId, "user_id");
            requireNonNull(reason, "reason");
            requireNonNull(by, "by");
        }

        static Input input(CloudEvent<ClaimDecided> event) {
            var data = event.data();
            var granted = data.granted();
            return new Input.ClaimDecided(
                    Causes.of(event),
                    data.userId(),
                    data.claimId(),
                    granted == null ? null : granted.currency(),
                    granted == null ? 0 : granted.minor(),
                    data.reason(),
                    data.by());
        }
    }
}
