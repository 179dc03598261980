package com.rebatesuite.rebate.bench;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The rows the product has written, each as a message that can be written again as it is: nothing to parse, nothing to decide. */
final class StoredRows {

    static final String TOPIC = "plain-rows";

    /** All that a fact about an order touches. */
    static final List<String> TABLES = List.of("balance", "balance_history", "entry", "order_rebate", "day_movement");

    private static final int ABSENT = -1;
    private static final int PAGE = 5_000;

    private StoredRows() {}

    /** The rows of all shoppers whose names begin like that, table by table. */
    static List<ProducerRecord<byte[], byte[]>> of(CqlSession session, String prefix) {
        var messages = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (int table = 0; table < TABLES.size(); table++) {
            var statement = session.prepare("SELECT * FROM rebate." + TABLES.get(table));
            for (var row : session.execute(statement.bind().setPageSize(PAGE))) {
                if (String.valueOf(row.getString("user_id")).startsWith(prefix)) {
                    messages.add(new ProducerRecord<>(TOPIC, partition(session, table, row), message(table, row)));
                }
            }
        }
        return messages;
    }

    /** The same columns in the order in which {@code SELECT *} gives them. */
    static List<PreparedStatement> inserts(CqlSession session, String keyspace) {
        return TABLES.stream().map(table -> insert(session, keyspace, table)).toList();
    }

    private static PreparedStatement insert(CqlSession session, String keyspace, String table) {
        var columns = new ArrayList<String>();
        session.prepare("SELECT * FROM rebate." + table)
                .getResultSetDefinitions()
                .forEach(column -> columns.add(column.getName().asCql(true)));
        return session.prepare("INSERT INTO %s.%s (%s) VALUES (%s)"
                .formatted(
                        keyspace,
                        table,
                        String.join(", ", columns),
                        Stream.generate(() -> "?").limit(columns.size()).collect(Collectors.joining(", "))));
    }

    private static byte[] partition(CqlSession session, int table, Row row) {
        var key = session.getMetadata()
                .getKeyspace("rebate")
                .flatMap(keyspace -> keyspace.getTable(TABLES.get(table)))
                .orElseThrow()
                .getPartitionKey();
        var values =
                key.stream().map(column -> row.getBytesUnsafe(column.getName())).toList();
        return bytes(table, values);
    }

    private static byte[] message(int table, Row row) {
        var values = new ArrayList<ByteBuffer>();
        for (int column = 0; column < row.getColumnDefinitions().size(); column++) {
            values.add(row.getBytesUnsafe(column));
        }
        return bytes(table, values);
    }

    private static byte[] bytes(int table, List<ByteBuffer> values) {
        int size = 1
                + values.stream()
                        .mapToInt(value -> Integer.BYTES + length(value))
                        .sum();
        var bytes = ByteBuffer.allocate(size).put((byte) table);
        for (var value : values) {
            bytes.putInt(value == null ? ABSENT : value.remaining());
            if (value != null) {
                bytes.put(value.duplicate());
            }
        }
        return bytes.array();
    }

    private static int length(ByteBuffer value) {
        return value == null ? 0 : value.remaining();
    }
}
