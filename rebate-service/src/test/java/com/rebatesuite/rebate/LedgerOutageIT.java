package com.rebatesuite.rebate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.platform.event.EventIds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Kafka goes away for longer than an attempt of the ledger lasts: a minute with the ordinary settings, seconds with
 * these. What its thread does then depends on where Kafka left it: between transactions it just asks again, otherwise it
 * starts a task anew, repeats a commit or ends. So here the ledger is held inside a decision until Kafka is gone; and as
 * it need not end by itself, one test ends it. Seen red with threads that are not replaced but shut the client down.
 */
@TestPropertySource(
        properties = {
            LedgerOutageIT.STREAMS + "configuration.task.timeout.ms=500",
            LedgerOutageIT.STREAMS + "configuration.consumer.default.api.timeout.ms=1000",
            LedgerOutageIT.STREAMS + "configuration.consumer.request.timeout.ms=1000",
            LedgerOutageIT.STREAMS + "producer-properties.max.block.ms=1000",
            LedgerOutageIT.STREAMS + "producer-properties.request.timeout.ms=1000",
            LedgerOutageIT.STREAMS + "producer-properties.delivery.timeout.ms=1500"
        })
class LedgerOutageIT extends RunningService {

    static final String STREAMS = "spring.cloud.stream.kafka.streams.binder.";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BURST = 200;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MeterRegistry meters;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private StreamsBuilderFactoryBean streams;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private InterruptibleIds ids;

    @BeforeAll
    void haveARule() {
        makeARule();
    }

    @Test
    void booksEverythingOnceWhenKafkaWasAwayForLong() {
        goThroughAnOutage(() -> {});
    }

    @Test
    void booksEverythingOnceWhenItsThreadAlsoEnded() {
        var before = threadFailures();

        goThroughAnOutage(() -> {
            throw new IllegalStateException("the thread ends here, as the test wants it");
        });

        assertThat(threadFailures()).isGreaterThan(before);
    }

    private void goThroughAnOutage(Runnable whatTheLedgerDoesThen) {
        var before = somebody();
        pay(List.of(before));
        awaitBalance(before, "estimated", 27);

        var during = IntStream.range(0, BURST).mapToObj(i -> somebody()).toList();
        var hold = new Hold(BURST / 2);
        ids.interruption = hold;
        pay(during);
        await().atMost(PATIENCE).until(() -> hold.holding);

        Backends.kafka().kill();
        var away = somebody();
        var paying = CompletableFuture.runAsync(() -> payAtLast(away));
        try {
            awaitAFailureAfter(() -> hold.ending.complete(whatTheLedgerDoesThen));
            assertThat(health("").statusCode()).isEqualTo(503);
            assertThat(ready()).isTrue();
            assertThat(balance(before).path("estimated").asInt()).isEqualTo(27);
        } finally {
            Backends.kafka().start();
        }
        paying.join();

        var everybody = Stream.concat(Stream.of(before, away), during.stream()).toList();
        pay(everybody);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(everybody)
                        .extracting(user -> balance(user).path("estimated").asInt())
                        .containsOnly(54));
        await().atMost(PATIENCE).until(() -> health("").statusCode() == 200);
        assertThat(ready()).isTrue();
    }

    /** Everything is in the log when this ends. */
    private void pay(List<String> users) {
        var sending = users.stream()
                .map(user -> kafka.send("orders", user, payment(user)))
                .toList();
        sending.forEach(CompletableFuture::join);
    }

    /** It is in the log when this ends, perhaps twice: who cannot know sends the same event again. */
    private void payAtLast(String user) {
        var payment = payment(user);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> kafka.send("orders", user, payment).join() != null);
    }

    private void awaitAFailureAfter(Runnable step) {
        var sends = failedSends();
        var threads = threadFailures();
        step.run();
        // The sends are counted by a producer that goes with its thread.
        await().atMost(PATIENCE).until(() -> failedSends() > sends || threadFailures() > threads);
    }

    private double failedSends() {
        return requireNonNull(streams.getKafkaStreams()).metrics().values().stream()
                .filter(metric -> metric.metricName().group().equals("producer-metrics"))
                .filter(metric -> metric.metricName().name().equals("record-error-total"))
                .mapToDouble(metric -> (double) metric.metricValue())
                .sum();
    }

    private double threadFailures() {
        return meters.find("rebates.thread.failures").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static byte[] payment(String user) {
        return event("order-paid", UUID.randomUUID().toString(), user);
    }

    private static String somebody() {
        return "shopper-" + UUID.randomUUID();
    }

    /** Lets some decisions pass, and holds the ledger in the next until it is told how that one ends. */
    private static final class Hold implements Runnable {

        private final CompletableFuture<Runnable> ending =
                new CompletableFuture<Runnable>().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        private final AtomicInteger passing;
        private volatile boolean holding;

        Hold(int passing) {
            this.passing = new AtomicInteger(passing);
        }

        @Override
        public void run() {
            if (passing.getAndDecrement() == 0) {
                holding = true;
                ending.join().run();
            }
        }
    }

    /** Ids as ever. The ledger asks for one in each decision, before it writes anything of it. */
    static final class InterruptibleIds implements EventIds {

        private volatile Runnable interruption = () -> {};

        @Override
        public UUID next() {
            interruption.run();
            return EventIds.timeOrdered().next();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Ids {

        @Bean
        InterruptibleIds eventIds() {
            return new InterruptibleIds();
        }
    }
}
