package com.rebatesuite.deploy.ledger;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One decision of the ledger as it stands in the log; of contracts/events/rebate-recorded.v2 what an auditor looks at. */
record Decision(
        String userId,
        long sequence,
        String recordedAt,
        Cause cause,
        List<Entry> entries,
        List<Balance> balances,
        @Nullable Order order,
        @Nullable Withdrawal withdrawal) {

    Decision {
        entries = List.copyOf(requireNonNullElse(entries, List.of()));
        balances = List.copyOf(requireNonNullElse(balances, List.of()));
    }

    /** The event that led to it. */
    record Cause(String source, String id, String type) {}

    /** An amount in minor units. */
    record Money(String currency, long minor) {}

    /** One step of a computation. */
    record Step(String step, String detail, long minor) {}

    /** An amount that moved from one bucket to another. */
    record Entry(
            long sequence,
            String kind,
            @Nullable String orderId,
            int line,
            int part,
            @Nullable String withdrawalId,
            @Nullable String adjustmentId,
            @Nullable String claimId,
            long lot,
            String from,
            String to,
            Money amount,
            @Nullable String ruleId,
            int ruleVersion,
            @Nullable String couponId,
            List<Step> steps,
            String previousHash,
            String hash) {

        public Entry {
            steps = List.copyOf(requireNonNullElse(steps, List.of()));
        }
    }

    /** What the ledger says the account holds afterwards. */
    record Balance(
            String currency,
            long estimated,
            long confirmed,
            long available,
            long reserved,
            long paid,
            long owed,
            long lifetime,
            long earned,
            long reversed) {}

    /** The order as the ledger sees it afterwards. */
    record Order(String orderId, String state, List<Line> lines) {

        public Order {
            lines = List.copyOf(requireNonNullElse(lines, List.of()));
        }
    }

    /** One line of it. */
    record Line(int line, int quantity, int returned, Money base, Money earned, Money reversed, List<Part> parts) {

        public Line {
            parts = List.copyOf(requireNonNullElse(parts, List.of()));
        }
    }

    /** What one rule or coupon gave the line. */
    record Part(
            int part, String role, @Nullable Integer rateBasisPoints, Money earned, Money reversed, List<Step> steps) {

        public Part {
            steps = List.copyOf(requireNonNullElse(steps, List.of()));
        }
    }

    /** A withdrawal as the ledger sees it afterwards. */
    record Withdrawal(String withdrawalId, String state, Money amount) {}
}
