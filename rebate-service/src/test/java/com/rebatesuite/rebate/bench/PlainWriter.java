package com.rebatesuite.rebate.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The other side: a producer, a consumer and the driver, and nothing in between. Prepared statements, unlogged batches of one
 * partition, many in flight: as fast as this machine takes these rows.
 */
final class PlainWriter implements AutoCloseable {

    private static final int MOST_IN_BATCH = 50;
    private static final int MOST_IN_FLIGHT = 64;

    private final CqlSession session;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final List<PreparedStatement> inserts;
    private final Semaphore permits = new Semaphore(MOST_IN_FLIGHT);
    private volatile @Nullable Exception failure;

    PlainWriter(CqlSession session, String bootstrapServers, Producer<byte[], byte[]> producer) {
        this.session = session;
        this.producer = producer;
        makeTables();
        inserts = StoredRows.inserts(session, "plain");
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "plain",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        "max.poll.records",
                        5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(StoredRows.TOPIC));
    }

    /** Nanoseconds from the first row that is sent until the last is stored. */
    long write(List<ProducerRecord<byte[], byte[]>> rows) {
        long begin = System.nanoTime();
        var sending = Thread.ofPlatform().start(() -> rows.forEach(this::send));
        for (int stored = 0; stored < rows.size(); ) {
            if (failure != null) {
                throw new IllegalStateException("a row could not be sent", failure);
            }
            stored += store(consumer.poll(Duration.ofMillis(100)));
        }
        join(sending);
        return System.nanoTime() - begin;
    }

    private void send(ProducerRecord<byte[], byte[]> row) {
        var unused = producer.send(row, (sent, failed) -> failure = failed == null ? failure : failed);
    }

    private int store(Iterable<ConsumerRecord<byte[], byte[]>> polled) {
        var partitions = new LinkedHashMap<ByteBuffer, List<BatchableStatement<?>>>();
        int rows = 0;
        for (var record : polled) {
            partitions
                    .computeIfAbsent(ByteBuffer.wrap(record.key()), unused -> new ArrayList<>())
                    .add(statement(record.value()));
            rows++;
        }
        var answers = new ArrayList<CompletableFuture<AsyncResultSet>>();
        partitions.values().forEach(statements -> send(statements, answers));
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        consumer.commitSync();
        return rows;
    }

    private void send(List<BatchableStatement<?>> statements, List<CompletableFuture<AsyncResultSet>> answers) {
        for (int from = 0; from < statements.size(); from += MOST_IN_BATCH) {
            var part = statements.subList(from, Math.min(from + MOST_IN_BATCH, statements.size()));
            permits.acquireUninterruptibly();
            answers.add(session.executeAsync(BatchStatement.newInstance(BatchType.UNLOGGED, part))
                    .whenComplete((answer, failure) -> permits.release())
                    .toCompletableFuture());
        }
    }

    private BoundStatement statement(byte[] message) {
        var bytes = ByteBuffer.wrap(message);
        var insert = inserts.get(bytes.get());
        var statement = insert.boundStatementBuilder();
        for (int column = 0; bytes.hasRemaining(); column++) {
            int length = bytes.getInt();
            if (length >= 0) {
                statement = statement.setBytesUnsafe(column, bytes.slice(bytes.position(), length));
                bytes.position(bytes.position() + length);
            }
        }
        return statement.build();
    }

    private void makeTables() {
        session.execute(
                "CREATE KEYSPACE plain WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
        // Each as in rebate-service's own migration, with its compaction.
        for (var table : StoredRows.TABLES) {
            var definition = Pattern.compile("CREATE TABLE IF NOT EXISTS " + table + "\\{generation}([^;]*);");
            var found = definition.matcher(tables());
            session.execute("CREATE TABLE plain." + table
                    + found.results().findFirst().orElseThrow().group(1));
        }
    }

    private static String tables() {
        try {
            return new ClassPathResource("cassandra/views/0001-views.cql").getContentAsString(UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
