package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.movement.MovementSum;
import java.util.List;

/** Movements added up by reference, product and reason. */
record SumsResponse(List<SumResponse> sums) {

    static SumsResponse of(List<MovementSum> sums) {
        return new SumsResponse(sums.stream().map(SumResponse::of).toList());
    }

    /** One sum. */
    record SumResponse(
            String reference,
            String sku,
            String reason,
            long onHandDelta,
            long heldDelta,
            long damagedDelta,
            long shortfallDelta) {

        static SumResponse of(MovementSum sum) {
            var deltas = sum.deltas();
            return new SumResponse(
                    sum.reference(),
                    sum.sku(),
                    sum.reason().wire(),
                    deltas.onHand(),
                    deltas.held(),
                    deltas.damaged(),
                    deltas.shortfall());
        }
    }
}
