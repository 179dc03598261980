package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.commit.Outcome;
import java.util.List;

/** What was booked, or in a dry run would be. */
record BookedResponse(String reference, boolean dryRun, List<MovementResponse> movements) {

    static BookedResponse of(Outcome.Booked booked, String reference, boolean dryRun) {
        return new BookedResponse(
                reference,
                dryRun,
                booked.movements().stream().map(MovementResponse::of).toList());
    }
}
