package com.rebatesuite.inventory.kafka;

import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.InMemoryBooks;
import com.rebatesuite.inventory.commit.StockFixture;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.platform.telemetry.Trace;
import com.rebatesuite.platform.telemetry.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaNull;

/** Every record of a poll is decided, up to the first that cannot be: that one is named, whatever it is. */
class CommandPollTest {

    private final GroupCommit commit = new GroupCommit(
            new InMemoryBooks(),
            Clock.systemUTC(),
            UUID::randomUUID,
            Traces.none(),
            StockFixture.settings(100, 10, Duration.ofSeconds(5)),
            new SimpleMeterRegistry());
    private final List<String> judged = new ArrayList<>();
    private final CommandPoll poll = new CommandPoll(commit, CommandPollTest::read, (command, outcome) -> {
        judged.add(command.toString());
        if (command.toString().contains("receipt/wrong")) {
            throw new MalformedEvent("not like that");
        }
    });

    @BeforeEach
    void start() {
        commit.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        commit.stop();
    }

    @Test
    void decidesThemAllAndSkipsWhatIsNoneOfItsBusiness() {
        poll.decide(List.of(bytes("1"), bytes("skip"), bytes("2")));

        assertThat(judged).hasSize(2);
    }

    @Test
    void namesARecordWithoutAValueAndNotTheOneBeforeIt() {
        assertThatThrownBy(() -> poll.decide(List.of(bytes("1"), KafkaNull.INSTANCE, bytes("2"))))
                .isInstanceOfSatisfying(BatchListenerFailedException.class, failed -> {
                    assertThat(failed.getIndex()).isEqualTo(1);
                    assertThat(failed).hasCauseInstanceOf(MalformedEvent.class);
                });
        assertThat(judged).hasSize(1);
    }

    @Test
    void namesARecordWhoseOutcomeIsNotRight() {
        assertThatThrownBy(() -> poll.decide(List.of(bytes("1"), bytes("wrong"), bytes("2"))))
                .isInstanceOfSatisfying(BatchListenerFailedException.class, failed -> {
                    assertThat(failed.getIndex()).isEqualTo(1);
                    assertThat(failed).hasCauseInstanceOf(MalformedEvent.class);
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static Optional<CommandPoll.Asked> read(byte[] record, int index) {
        var name = new String(record, UTF_8);
        return name.equals("skip")
                ? Optional.empty()
                : Optional.of(new CommandPoll.Asked(StockFixture.receive(name, line(TEA, 1)), Trace.NONE));
    }
}
