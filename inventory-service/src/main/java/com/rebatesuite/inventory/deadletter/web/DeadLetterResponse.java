package com.rebatesuite.inventory.deadletter.web;

import com.rebatesuite.inventory.deadletter.DeadLetter;
import com.rebatesuite.inventory.deadletter.Handling;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One dead letter in a list. The state is open, or what was done with it last. */
record DeadLetterResponse(
        String id,
        String originalTopic,
        int originalPartition,
        long originalOffset,
        String firstPlace,
        Instant at,
        String reason,
        String exception,
        @Nullable ContentResponse key,
        int valueBytes,
        String state,
        @Nullable HandlingResponse lastHandling) {

    static DeadLetterResponse of(DeadLetter letter, List<Handling> handlings) {
        var last = handlings.isEmpty() ? null : handlings.getLast();
        return new DeadLetterResponse(
                letter.id().toString(),
                letter.original().topic(),
                letter.original().partition(),
                letter.original().offset(),
                letter.firstPlace().toString(),
                letter.at(),
                letter.reason(),
                letter.exception(),
                ContentResponse.of(letter.key()),
                letter.valueBytes(),
                last == null ? "open" : last.action().wire(),
                last == null ? null : HandlingResponse.of(last));
    }
}
