package com.rebatesuite.inventory.replenishment.kafka;

import static com.rebatesuite.inventory.Contract.JSON;
import static com.rebatesuite.inventory.Contract.example;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.TEA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.platform.messaging.Routed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a poll of stock events makes rules be looked at. */
class StockTriggersTest {

    private static final String CHANGED = new String(example("stock-changed.v1"), UTF_8);

    private final EventRouter router = StockTriggers.router(JSON, new SimpleMeterRegistry());

    @Test
    void looksOnceAtEachLevelThatHasMoved() {
        var poll = Stream.of(CHANGED, CHANGED.replace("\"main\"", "\"north\""), CHANGED);

        assertThat(StockTriggers.levels(
                        poll.flatMap(event -> read(event).stream()).toList()))
                .containsExactly(TEA, new LevelKey("TEA-100", "north"));
    }

    @Test
    void leavesOutWhatIsNoMovement() {
        assertThat(List.of("stock-low.v1", "stock-out.v1", "stock-recovered.v1", "stock-shortfall.v1"))
                .allMatch(type -> router.read(example(type)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"sku\": \" \"", "\"product\": \"TEA-100\""})
    void namesAnEventThatDoesNotSayWhere(String wrong) {
        var event = CHANGED.replace("\"sku\": \"TEA-100\"", wrong);

        assertThat(event).isNotEqualTo(CHANGED);
        assertThatThrownBy(() -> read(event)).isInstanceOf(MalformedEvent.class);
    }

    private Optional<Routed> read(String event) {
        return router.read(event.getBytes(UTF_8));
    }
}
