package com.rebatesuite.inventory.alert.kafka;

import static com.rebatesuite.inventory.Contract.JSON;
import static com.rebatesuite.inventory.Contract.example;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.alert.Alert;
import com.rebatesuite.inventory.alert.AlertQuery;
import com.rebatesuite.inventory.alert.AlertState;
import com.rebatesuite.inventory.alert.Alerts;
import com.rebatesuite.inventory.alert.AlertsContract;
import com.rebatesuite.inventory.alert.InMemoryAlerts;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.platform.messaging.MalformedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

/** Reads the examples of contracts/events, and gives a poll back from the right record on. */
class StockAlertEventsTest {

    private final Alerts alerts = new InMemoryAlerts();
    private final Consumer<List<byte[]>> onStockAlerts =
            new StockAlertEvents().onStockAlerts(AlertsContract.raising(alerts), JSON, new SimpleMeterRegistry());

    @Test
    void makesAnAlertOfTheCrossingsItReads() {
        onStockAlerts.accept(List.of(
                example("stock-changed.v1"),
                example("stock-low.v1"),
                event("stock-out.v1", 9),
                event("stock-recovered.v1", 10)));

        assertThat(rows()).hasSize(1);
        assertThat(rows().getFirst().kind()).isEqualTo(Supply.OUT);
        assertThat(rows().getFirst().state()).isEqualTo(AlertState.CLEARED);
        assertThat(rows().getFirst().available()).isEqualTo(40);
        assertThat(rows().getFirst().thresholds().reorderPoint()).isEqualTo(10);
    }

    @Test
    void leavesTheRecordBehindThatCannotBeReadAndTakesThoseBeforeIt() {
        for (var bad : List.of(
                "no event",
                text("stock-out.v1").replace("\"before\": \"low\"", "\"before\": \"out\""),
                text("stock-out.v1").replace("\"before\": \"low\"", "\"before\": \"much\""),
                text("stock-out.v1").replace("\"sku\": \"TEA-100\",", ""),
                text("stock-out.v1").replace("\"sequence\": 8", "\"sequence\": 0"),
                text("stock-out.v1").replace("\"hysteresis\": 2", "\"hysteresis\": -2"))) {
            assertThatThrownBy(() -> onStockAlerts.accept(
                            List.of(example("stock-low.v1"), bad.getBytes(UTF_8), event("stock-recovered.v1", 9))))
                    .as(bad)
                    .isInstanceOf(BatchListenerFailedException.class)
                    .hasCauseInstanceOf(MalformedEvent.class)
                    .satisfies(failed -> assertThat(((BatchListenerFailedException) failed).getIndex())
                            .isEqualTo(1));
            assertThat(rows()).extracting(Alert::state).containsExactly(AlertState.OPEN);
        }
    }

    private List<Alert> rows() {
        return alerts.page(new AlertQuery(null, null, null, null, 10));
    }

    private static byte[] event(String type, long sequence) {
        return text(type)
                .replace("\"sequence\": 8", "\"sequence\": " + sequence)
                .getBytes(UTF_8);
    }

    private static String text(String type) {
        return new String(example(type), UTF_8);
    }
}
