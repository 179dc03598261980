package com.rebatesuite.inventory.deadletter.web;

import com.rebatesuite.inventory.deadletter.DeadRecord;
import com.rebatesuite.inventory.deadletter.Handling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dead letter with all of its content and everything that was done with it. */
record InspectionResponse(
        DeadLetterResponse letter,
        @Nullable ContentResponse value,
        List<HeaderResponse> headers,
        List<HandlingResponse> handlings) {

    static InspectionResponse of(DeadRecord dead, List<Handling> handlings) {
        return new InspectionResponse(
                DeadLetterResponse.of(dead.letter(), handlings),
                ContentResponse.of(dead.value()),
                dead.headers().stream()
                        .map(header -> new HeaderResponse(header.name(), ContentResponse.of(header.value())))
                        .toList(),
                handlings.stream().map(HandlingResponse::of).toList());
    }

    /** One header of the record. */
    record HeaderResponse(String name, @Nullable ContentResponse value) {}
}
