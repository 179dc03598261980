package com.rebatesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live pushes go through as they come, for as long as somebody listens. */
class StreamTest extends GatewayTest {

    /** The service sends an event only when the one before has arrived: a gateway that buffers would stop here. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/rebates/stream", "/api/stock/stream?sku=tea"})
    void passesEventsOneByOneAndBeyondTheTimeout(String path) throws Exception {
        var arrived = new Semaphore(1);
        var service = path.startsWith("/api/stock") ? INVENTORY : REBATES;
        service.does(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 4; i++) {
                assertThat(arrived.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                // Longer than an answer that is no stream may pause.
                new Semaphore(0).tryAcquire(600, TimeUnit.MILLISECONDS);
                exchange.getResponseBody().write(("data: " + i + "\n\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        });

        var response = door.http().send(door.request(path, token("shop")).build(), BodyHandlers.ofLines());
        var events = new ArrayList<String>();
        try (var lines = response.body()) {
            lines.filter(line -> !line.isEmpty()).forEach(line -> {
                events.add(line);
                arrived.release();
            });
        }

        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(events).containsExactly("data: 0", "data: 1", "data: 2", "data: 3");
    }
}
