package com.rebatesuite.inventory.transfer.web;

import com.rebatesuite.inventory.transfer.Kind;
import com.rebatesuite.inventory.transfer.Step;
import com.rebatesuite.inventory.transfer.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transfer, what of it is where, and what was done to it. */
record TransferResponse(
        UUID id,
        String source,
        String destination,
        String reference,
        String openedBy,
        Instant openedAt,
        boolean open,
        List<LineResponse> lines,
        List<StepResponse> steps) {

    static TransferResponse of(Transfer transfer) {
        return new TransferResponse(
                transfer.id(),
                transfer.source(),
                transfer.destination(),
                transfer.reference(),
                transfer.openedBy(),
                transfer.openedAt(),
                transfer.isOpen(),
                LineResponse.of(transfer),
                transfer.steps().stream().map(StepResponse::of).toList());
    }

    /** One product. What is sent is in transit until it is received, returned or lost. */
    record LineResponse(String sku, long sent, long received, long returned, long lost, long inTransit) {

        static List<LineResponse> of(Transfer transfer) {
            var skus = new TreeSet<String>();
            transfer.steps().forEach(step -> skus.addAll(step.units().keySet()));
            return skus.stream().map(sku -> of(transfer, sku)).toList();
        }

        private static LineResponse of(Transfer transfer, String sku) {
            return new LineResponse(
                    sku,
                    transfer.units(Kind.SEND, sku),
                    transfer.units(Kind.RECEIVE, sku),
                    transfer.units(Kind.RETURN, sku),
                    transfer.units(Kind.LOSE, sku),
                    transfer.inTransit().getOrDefault(sku, 0L));
        }
    }

    /** One thing that was done. */
    record StepResponse(
            String kind,
            Instant at,
            String actor,
            @Nullable String reason,
            @Nullable String note,
            boolean done,
            SortedMap<String, Long> units) {

        static StepResponse of(Step step) {
            return new StepResponse(
                    step.kind().wire(),
                    step.at(),
                    step.actor(),
                    step.code() == null ? null : step.code().wire(),
                    step.note(),
                    step.isDone(),
                    step.units());
        }
    }
}
