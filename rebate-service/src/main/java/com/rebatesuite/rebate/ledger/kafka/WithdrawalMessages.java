package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.rebate.ledger.Input;
import java.time.Instant;

/** What the ledger needs of the commands about money that leaves. */
final class WithdrawalMessages {

    private WithdrawalMessages() {}

    /** payout-method-set.v1. */
    record MethodSet(String userId, String kind, String account, String holder, Instant requestedAt) {

        public MethodSet {
            requireNonNull(userId, "user_id");
            requireNonNull(kind, "kind");
            requireNonNull(account, "account");
            requireNonNull(holder, "holder");
            requireNonNull(requestedAt, "requested_at");
        }

        static Input input(CloudEvent<MethodSet> event) {
            var data = event.data();
            return new Input.PayoutMethodSet(
                    Causes.of(event), data.userId(), data.kind(), data.account(), data.holder(), data.requestedAt());
        }
    }

    /** withdrawal-requested.v1. */
    record Requested(String withdrawalId, String userId, MoneyMessage amount, String fingerprint, Instant requestedAt) {

        public Requested {
            requireNonNull(withdrawalId, "withdrawal_id");
            requireNonNull(userId, "user_id");
            requireNonNull(amount, "amount");
            requireNonNull(fingerprint, "fingerprint");
            requireNonNull(requestedAt, "requested_at");
        }

        static Input input(CloudEvent<Requested> event) {
            var data = event.data();
            return new Input.WithdrawalRequested(
                    Causes.of(event),
                    data.userId(),
                    data.withdrawalId(),
                    data.amount().currency(),
                    data.amount().minor(),
                    data.fingerprint(),
                    data.requestedAt());
        }
    }

    /** withdrawal-batched.v1. */
    record Batched(String withdrawalId, String userId, String batchId) {

        public Batched {
            requireNonNull(withdrawalId, "withdrawal_id");
            requireNonNull(userId, "user_id");
            requireNonNull(batchId, "batch_id");
        }

        static Input input(CloudEvent<Batched> event) {
            var data = event.data();
            return new Input.WithdrawalBatched(Causes.of(event), data.userId(), data.withdrawalId(), data.batchId());
        }
    }

    /** withdrawal-settled.v1. */
    record Settled(String withdrawalId, String userId, String reference) {

        public Settled {
            requireNonNull(withdrawalId, "withdrawal_id");
            requireNonNull(userId, "user_id");
            requireNonNull(reference, "reference");
        }

        static Input input(CloudEvent<Settled> event) {
            var data = event.data();
            return new Input.WithdrawalSettled(Causes.of(event), data.userId(), data.withdrawalId(), data.reference());
        }
    }

    /** withdrawal-failed.v1. */
    record Failed(String withdrawalId, String userId, String reason) {

        public Failed {
            requireNonNull(withdrawalId, "withdrawal_id");
            requireNonNull(userId, "user_id");
            requireNonNull(reason, "reason");
        }

        static Input input(CloudEvent<Failed> event) {
            var data = event.data();
            return new Input.WithdrawalFailed(Causes.of(event), data.userId(), data.withdrawalId(), data.reason());
        }
    }
}
