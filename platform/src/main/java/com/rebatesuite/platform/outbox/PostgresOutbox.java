package com.rebatesuite.platform.outbox;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.platform.telemetry.Traces;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Writes events as rows of the {@code outbox} table, in the transaction of whoever calls. */
class PostgresOutbox implements Outbox {

    // The notification is delivered by PostgreSQL at commit, and equal ones of one transaction are delivered once.
    private static final String INSERT = """
            with written as (
                insert into outbox (bucket, topic, key, payload, headers)
                select bucket, topic, key, payload, headers::jsonb
                from unnest(?::smallint[], ?::text[], ?::text[], ?::bytea[], ?::text[])
                     with ordinality as row (bucket, topic, key, payload, headers, position)
                order by position
            )
            select pg_notify(?, '')
            """;

    private final JdbcTemplate jdbc;
    private final JsonMapper mapper;
    private final EventIds ids;
    private final String source;
    private final Traces traces;
    private final DataSize maxEvent;

    PostgresOutbox(
            JdbcTemplate jdbc, JsonMapper mapper, EventIds ids, String source, Traces traces, DataSize maxEvent) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.ids = ids;
        this.source = source;
        this.traces = traces;
        this.maxEvent = maxEvent;
    }

    @Override
    public void write(List<OutboxMessage> messages) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "transaction: none (expected: events are written in the caller's transaction)");
        }
        if (!messages.isEmpty()) {
            insert(messages);
        }
    }

    private void insert(List<OutboxMessage> messages) {
        var count = messages.size();
        var buckets = new Short[count];
        var topics = new String[count];
        var keys = new String[count];
        var payloads = new byte[count][];
        var headers = new String[count];
        var current = traces.current();
        for (int i = 0; i < count; i++) {
            var message = messages.get(i);
            buckets[i] = (short) Buckets.of(message.key());
            topics[i] = message.topic();
            keys[i] = message.key();
            payloads[i] = payload(message);
            headers[i] = mapper.writeValueAsString(
                    Objects.requireNonNullElse(message.trace(), current).headers());
        }
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                insert.setArray(1, connection.createArrayOf("int2", buckets));
                insert.setArray(2, connection.createArrayOf("text", topics));
                insert.setArray(3, connection.createArrayOf("text", keys));
                insert.setArray(4, connection.createArrayOf("bytea", payloads));
                insert.setArray(5, connection.createArrayOf("text", headers));
                insert.setString(6, OutboxSignal.CHANNEL);
                return insert.execute();
            }
        });
    }

    private byte[] payload(OutboxMessage message) {
        var event = CloudEvent.of(
                ids.next().toString(), source, message.type(), message.time(), message.subject(), message.data());
        var payload = mapper.writeValueAsBytes(event);
        if (payload.length > maxEvent.toBytes()) {
            // Now, while somebody can still do something about it: once committed it would block its key for ever.
            throw new IllegalArgumentException(
                    "event " + message.type() + ": " + payload.length + " bytes (expected: at most " + maxEvent + ")");
        }
        return payload;
    }
}
