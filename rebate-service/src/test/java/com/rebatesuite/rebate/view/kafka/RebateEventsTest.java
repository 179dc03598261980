package com.rebatesuite.rebate.view.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.view.InMemoryViews;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

class RebateEventsTest {

    private final InMemoryViews views = new InMemoryViews();
    private final Consumer<List<byte[]>> onRebates =
            new RebateEvents().onRebates(views, Contracts.MAPPER, new SimpleMeterRegistry(), Clock.systemUTC());

    @Test
    void writesTheRecordingOfTheContract() {
        onRebates.accept(List.of(example()));

        assertThat(views.account("shopper-1").version()).isEqualTo(1);
        assertThat(views.explain("019b76da-a800-7000-8000-000000000001")).hasValueSatisfying(explained -> {
            assertThat(explained.order().state()).isEqualTo("estimated");
            assertThat(explained.order().channel()).isEqualTo("shop");
            assertThat(explained.entries()).hasSize(explained.order().lines().size());
        });
    }

    @Test
    void writesWhatComesBeforeAMalformedRecordAndNamesThatRecord() {
        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> onRebates.accept(List.of(example(), "{}".getBytes(UTF_8), example())))
                .satisfies(failure -> assertThat(failure.getIndex()).isEqualTo(1));

        assertThat(views.account("shopper-1").version()).isEqualTo(1);
    }

    private static byte[] example() {
        return Contracts.example("rebate-recorded").getBytes(UTF_8);
    }
}
