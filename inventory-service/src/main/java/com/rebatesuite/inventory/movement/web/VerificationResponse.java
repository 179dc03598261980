package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.movement.Break;
import com.rebatesuite.inventory.movement.Verification;
import java.util.List;

/** Levels that are not the sum of their journal, or do not hold what reservations promise. */
record VerificationResponse(long checked, List<BreakResponse> breaks) {

    static VerificationResponse of(Verification verification) {
        return new VerificationResponse(
                verification.checked(),
                verification.breaks().stream().map(BreakResponse::of).toList());
    }

    /** One level with what it says and what its evidence says. */
    record BreakResponse(
            String sku, String location, QuantitiesResponse level, QuantitiesResponse journal, long reserved) {

        static BreakResponse of(Break broken) {
            return new BreakResponse(
                    broken.key().sku(),
                    broken.key().location(),
                    QuantitiesResponse.of(broken.level()),
                    QuantitiesResponse.of(broken.journal()),
                    broken.reserved());
        }
    }

    /** Units by what has become of them. */
    record QuantitiesResponse(long onHand, long held, long damaged, long shortfall) {

        static QuantitiesResponse of(Deltas quantities) {
            return new QuantitiesResponse(
                    quantities.onHand(), quantities.held(), quantities.damaged(), quantities.shortfall());
        }
    }
}
