package com.rebatesuite.order.hold.kafka;

import com.rebatesuite.order.hold.ApplyHoldAnswers;
import com.rebatesuite.order.hold.HoldAnswer;
import com.rebatesuite.order.hold.HoldAnswer.Held;
import com.rebatesuite.order.hold.HoldAnswer.Refused;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.kafka.listener.BatchListenerFailedException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies one poll of reservation events in one transaction. A record that cannot be read, or that spoils its batch, is
 * pointed out by its index, so that only that one is put aside.
 */
class ReservationBatches {

    private final ApplyHoldAnswers answers;
    private final EventRouter router;

    ReservationBatches(ApplyHoldAnswers answers, JsonMapper json, MeterRegistry meters) {
        this.answers = answers;
        // Reading is all the router does here: the batch handles what was read.
        this.router = EventRouter.builder(json, meters, "order-reservations")
                .on("reservation-held.v1", ReservationHeldMessage.class, event -> {})
                .on("reservation-refused.v1", ReservationRefusedMessage.class, event -> {})
                .build();
    }

    void handle(List<byte[]> records) {
        var read = new ArrayList<Indexed>(records.size());
        for (var index = 0; index < records.size(); index++) {
            try {
                var position = index;
                answer(records.get(index)).ifPresent(answer -> read.add(new Indexed(position, answer)));
            } catch (MalformedEvent malformed) {
                apply(read);
                throw new BatchListenerFailedException("unreadable reservation event", malformed, index);
            }
        }
        apply(read);
    }

    private void apply(List<Indexed> read) {
        try {
            answers.apply(read.stream().map(Indexed::answer).toList());
        } catch (NonTransientDataAccessException | IllegalStateException | IllegalArgumentException spoiled) {
            applyOneByOne(read);
        }
    }

    private void applyOneByOne(List<Indexed> read) {
        for (var one : read) {
            try {
                answers.apply(List.of(one.answer()));
            } catch (NonTransientDataAccessException | IllegalStateException | IllegalArgumentException spoiled) {
                throw new BatchListenerFailedException("reservation event not applied", spoiled, one.index());
            }
        }
    }

    private Optional<HoldAnswer> answer(byte[] message) {
        return router.read(message).map(routed -> switch (routed.event().data()) {
            case ReservationHeldMessage held -> new Held(held.orderId());
            case ReservationRefusedMessage refused ->
                Refused.of(refused.orderId(), refused.reason(), refused.missing());
            default ->
                throw new IllegalStateException(
                        "event: " + routed.event().type() + " (expected: one the router was built for)");
        });
    }

    /** An answer and where in the poll it was. */
    private record Indexed(int index, HoldAnswer answer) {}
}
