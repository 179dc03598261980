package com.rebatesuite.rebate.view.kafka;

import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.rebate.view.Generations;
import com.rebatesuite.rebate.view.Recorded;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/** Writes one generation of the views, a portion at a time. What is malformed is a dead letter; everything else is stored. */
final class Projection implements BatchMessageListener<byte[], byte[]> {

    private final int generation;
    private final Generations generations;
    private final Recordings recordings;
    private final DeadRecordings dead;
    private final Timer lag;
    private final Clock clock;

    Projection(
            int generation,
            Generations generations,
            Recordings recordings,
            DeadRecordings dead,
            Timer lag,
            Clock clock) {
        this.generation = generation;
        this.generations = generations;
        this.recordings = recordings;
        this.dead = dead;
        this.lag = lag;
        this.clock = clock;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        Portions.of(records).forEach(this::write);
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> records) {
        var decisions = new ArrayList<Recorded>(records.size());
        for (var record : records) {
            try {
                recordings.read(record.value()).ifPresent(decisions::add);
            } catch (MalformedEvent malformed) {
                dead.bury(record, malformed);
            }
        }
        generations.write(generation, decisions);
        decisions.forEach(decision -> lag.record(elapsed(decision)));
    }

    private Duration elapsed(Recorded decision) {
        var elapsed = Duration.between(decision.recordedAt(), clock.instant());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }
}
