package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.ledger.kafka.Outcome.Kind;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What one partition's ledger says to others: recordings, requests for budget, dead letters. */
final class Outlet {

    private final ProcessorContext<String, Outcome> context;
    private final LedgerParts parts;

    Outlet(ProcessorContext<String, Outcome> context, LedgerParts parts) {
        this.context = context;
        this.parts = parts;
    }

    void recorded(String user, byte[] recording, long timestamp, Headers headers) {
        forward(user, Kind.RECORDED, recording, timestamp, headers);
    }

    void request(List<RequestedMessage> requests, Instant now) {
        for (var request : requests) {
            parts.metrics().asked(request.minor());
            var bytes = parts.serialise(request, now);
            forward(request.ruleId(), Kind.REQUESTED, bytes, now.toEpochMilli(), new RecordHeaders());
        }
    }

    void bury(Arrival arrival, String reason, String detail) {
        parts.metrics().dead(reason);
        var headers = DeadLetterHeaders.of(arrival, reason, detail);
        forward(arrival.key(), Kind.DEAD, arrival.value(), arrival.timestamp(), headers);
    }

    private void forward(String key, Kind kind, byte[] bytes, long timestamp, Headers headers) {
        context.forward(new Record<>(key, new Outcome(kind, bytes), timestamp, headers));
    }
}
