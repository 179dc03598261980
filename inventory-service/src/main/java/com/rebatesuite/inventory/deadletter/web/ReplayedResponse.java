package com.rebatesuite.inventory.deadletter.web;

import com.rebatesuite.inventory.deadletter.HandleDeadLetter.Replayed;
import org.jspecify.annotations.Nullable;

/** What was put back, or in a dry run would be. The place is where the record is now. */
record ReplayedResponse(
        String id, String topic, @Nullable String place, String firstPlace, HandlingResponse handling, boolean dryRun) {

    static ReplayedResponse of(Replayed replayed, boolean dryRun) {
        var place = replayed.place();
        return new ReplayedResponse(
                replayed.letter().id().toString(),
                replayed.letter().original().topic(),
                place == null ? null : place.toString(),
                replayed.letter().firstPlace().toString(),
                HandlingResponse.of(replayed.handling()),
                dryRun);
    }
}
