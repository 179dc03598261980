package com.rebatesuite.rebate.simulation.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.simulation.Fact;
import com.rebatesuite.rebate.simulation.Fact.Purchase;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What simulations need of claims. */
final class ClaimMessages {

    private ClaimMessages() {}

    /** claim-filed.v1. */
    record Filed(String claimId, String userId, String merchant, String externalNumber) {

        public Filed {
            requireNonNull(claimId, "claim_id");
            requireNonNull(userId, "user_id");
            requireNonNull(merchant, "merchant");
            requireNonNull(externalNumber, "external_number");
        }

        Fact fact() {
            return new Fact.ClaimFiled(userId, claimId, new Purchase(merchant, externalNumber));
        }
    }

    /** claim-decided.v1: without an amount it was refused. */
    record Decided(String claimId, @Nullable MoneyMessage granted) {

        public Decided {
            requireNonNull(claimId, "claim_id");
        }

        Stream<Fact> facts() {
            return granted == null ? Stream.empty() : Stream.of(new Fact.ClaimGranted(claimId));
        }
    }
}
