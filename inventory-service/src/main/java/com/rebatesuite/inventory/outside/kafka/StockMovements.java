package com.rebatesuite.inventory.outside.kafka;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.kafka.CommandPoll;
import com.rebatesuite.inventory.kafka.CommandPoll.Asked;
import com.rebatesuite.inventory.outside.Moved;
import com.rebatesuite.platform.messaging.MalformedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;

/** Listens to the topic stock-movements: goods that came in or left somewhere else are booked here, each once. */
@Configuration(proxyBeanMethods = false)
class StockMovements {

    @Bean
    Consumer<Message<List<byte[]>>> onStockMovements(GroupCommit commit, JsonMapper mapper, MeterRegistry registry) {
        var reader = new MovementReader(mapper);
        var meters = new OutsideMeters(registry);
        return message -> {
            var headers = new PollHeaders(message.getHeaders());
            var poll = new CommandPoll(
                    commit,
                    (record, index) -> Optional.of(asked(reader, record, headers, index)),
                    (command, outcome) -> judge(command, outcome, meters));
            decide(poll, message.getPayload(), meters);
        };
    }

    private static Asked asked(MovementReader reader, byte[] record, PollHeaders headers, int index) {
        var place = headers.place(index);
        return new Asked(
                reader.read(record).command(place.topic() + "/" + place.partition() + "/" + place.offset()),
                headers.trace(index));
    }

    private static void decide(CommandPoll poll, List<byte[]> records, OutsideMeters meters) {
        try {
            poll.decide(records);
        } catch (BatchListenerFailedException failed) {
            if (failed.getCause() instanceof MalformedEvent) {
                meters.malformed.increment();
            }
            throw failed;
        }
    }

    private static void judge(StockCommand command, Outcome outcome, OutsideMeters meters) {
        if (!(outcome instanceof Outcome.Booked booked)) {
            throw new IllegalStateException("unexpected: " + outcome);
        }
        if (!booked.earlier()) {
            meters.booked(booked.movements());
            return;
        }
        requireTheSame(Moved.by(command), booked);
        meters.duplicates.increment();
    }

    /** Two movements under one number: somebody has to say which of them is right. */
    private static void requireTheSame(Moved told, Outcome.Booked booked) {
        var before = booked.movements().stream().map(Moved::by).toList();
        // Without a movement its month has left the journal, and nobody can say any more what it was.
        if (!before.isEmpty() && !before.equals(List.of(told))) {
            throw new MalformedEvent(booked.movements().getFirst().origin().cause() + ": " + told
                    + " (expected: as it was booked before, " + before.getFirst() + ")");
        }
    }
}
