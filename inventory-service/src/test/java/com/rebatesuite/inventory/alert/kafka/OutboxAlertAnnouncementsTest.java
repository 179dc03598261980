package com.rebatesuite.inventory.alert.kafka;

import static com.rebatesuite.inventory.Contract.assertIsTheExample;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.alert.Acknowledgement;
import com.rebatesuite.inventory.alert.Alert;
import com.rebatesuite.inventory.alert.AlertChange;
import com.rebatesuite.inventory.alert.AlertChange.Occasion;
import com.rebatesuite.inventory.alert.AlertState;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;
import com.rebatesuite.platform.outbox.OutboxMessage;
import com.rebatesuite.platform.telemetry.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is really sent is what contracts/events promises. */
class OutboxAlertAnnouncementsTest {

    private static final Trace TRACE = new Trace(Map.of("traceparent", "of the sale"));

    private final List<OutboxMessage> written = new ArrayList<>();

    @Test
    void saysWhatHasBecomeOfAnAlert() {
        announce(alert(Supply.LOW, AlertState.OPEN, 8, 8, null, null), Occasion.RAISED, "2026-01-05T10:15:30Z");
        announce(alert(Supply.OUT, AlertState.OPEN, 9, 0, null, null), Occasion.CHANGED, "2026-01-05T10:25:30Z");
        var cleared = Instant.parse("2026-01-05T11:15:30Z");
        announce(alert(Supply.OUT, AlertState.CLEARED, 12, 40, cleared, null), Occasion.CLEARED, cleared.toString());
        announce(
                alert(Supply.LOW, AlertState.ACKNOWLEDGED, 8, 8, null, "olga"),
                Occasion.ACKNOWLEDGED,
                "2026-01-05T10:20:30Z");
        announce(alert(Supply.LOW, AlertState.OPEN, 8, 8, null, null), Occasion.REMINDED, "2026-01-05T14:15:30Z");

        assertThat(written).hasSize(Occasion.values().length).allSatisfy(message -> {
            assertIsTheExample(message);
            assertThat(message.topic() + " by " + message.key()).isEqualTo("alerts by stock/main/TEA-100");
            assertThat(message.trace()).isEqualTo(TRACE);
        });
    }

    private void announce(Alert alert, Occasion occasion, String at) {
        new OutboxAlertAnnouncements(written::addAll)
                .announce(List.of(new AlertChange(alert, occasion, Instant.parse(at), TRACE)));
    }

    private static Alert alert(
            Supply kind,
            AlertState state,
            long sequence,
            long available,
            @Nullable Instant cleared,
            @Nullable String acknowledgedBy) {
        var raised = Instant.parse("2026-01-05T10:15:30Z");
        return new Alert(
                UUID.fromString("019b76da-a800-7000-8000-000000000005"),
                LevelKey.main("TEA-100"),
                "groceries",
                kind,
                state,
                8,
                sequence,
                available,
                new Thresholds(5, 10, 2),
                raised,
                raised,
                cleared,
                Instant.parse("2026-01-05T12:15:30Z"),
                acknowledgedBy == null ? null : new Acknowledgement(acknowledgedBy, raised, null, 8));
    }
}
