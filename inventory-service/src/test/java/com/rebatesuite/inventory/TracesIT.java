package com.rebatesuite.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many requests are booked in one transaction: their events still belong to the trace of the request they come from. */
class TracesIT extends InventoryServiceFixture {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void goesOnInTheTraceOfEachRequestOfABatch() throws Exception {
        receive(Map.of(tea, 10L, mug, 10L));
        var orders = List.of(UUID.randomUUID(), UUID.randomUUID());
        var batch = meters.get("stock.commit.batch").summary();
        var batches = batch.count();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Whoever comes first waits for this lock, and the two behind it become one batch.
            transaction.executeWithoutResult(status -> {
                jdbc.sql("select from stock_level where sku = ? for update")
                        .param(mug)
                        .query((row, number) -> 1)
                        .list();
                var blocked = threads.submit(holding(UUID.randomUUID(), mug));
                await().atMost(LONG).until(() -> batch.count() == batches + 1);
                var waiting = orders.stream()
                        .map(order -> threads.submit(holding(order, tea)))
                        .toList();
                await().atMost(LONG)
                        .until(() -> meters.get("stock.queue.depth").gauge().value() == 2);
                assertThat(blocked).isNotDone();
                assertThat(waiting).noneMatch(Future::isDone);
            });
        }

        assertThat(batch.count()).isEqualTo(batches + 2);
        for (var order : orders) {
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(traces("reservations", order)).containsExactly(trace(order)));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(traces("stock", order)).containsExactly(trace(order)));
        }
    }

    @Test
    void goesOnInTheTraceOfARecord() throws Exception {
        receive(Map.of(tea, 10L, mug, 10L));
        var order = UUID.randomUUID();
        var placed = event("order-placed", order, tea, mug);
        placed.headers().add("traceparent", traceparent(order).getBytes(UTF_8));

        send(List.of(placed));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(traces("reservations", order)).containsExactly(trace(order)));
    }

    private Callable<Integer> holding(UUID order, String sku) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/internal/reservations/" + order))
                .header("Authorization", "Bearer " + service)
                .header("Content-Type", "application/json")
                .header("traceparent", traceparent(order))
                .PUT(BodyPublishers.ofString(
                        "{\"user_id\":\"alice\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}".formatted(sku)))
                .build();
        return () -> http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** A trace of its own for each order. */
    private static String trace(UUID order) {
        return order.toString().replace("-", "");
    }

    private static String traceparent(UUID order) {
        return "00-" + trace(order) + "-b7ad6b7169203331-01";
    }

    private static Set<String> traces(String topic, UUID order) {
        return records(topic, order).stream()
                .map(record -> record.headers().lastHeader("traceparent"))
                .map(header -> header == null ? "none" : new String(header.value(), UTF_8).substring(3, 35))
                .collect(toSet());
    }
}
