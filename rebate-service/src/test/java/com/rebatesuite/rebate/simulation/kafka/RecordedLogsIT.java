package com.rebatesuite.rebate.simulation.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.earning.Coupon;
import com.rebatesuite.rebate.rule.Amount;
import com.rebatesuite.rebate.simulation.Fact;
import com.rebatesuite.rebate.simulation.FactsUnavailable;
import com.rebatesuite.rebate.simulation.SimulationProperties;
import com.rebatesuite.rebate.simulation.SimulationStopped;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Against a real Kafka, on topics that other tests fill as well: each test looks at what is its own. */
class RecordedLogsIT {

    private static final Instant TIME = Instant.parse("2026-01-05T10:15:30Z");

    private final String mine = UUID.randomUUID().toString();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void tellsWhatTheEventsOfTheContractsSay() throws InterruptedException, ExecutionException {
        write(
                new Sent("offers", 1, example("coupon-issued")),
                new Sent("orders", 2, example("order-paid")),
                new Sent("orders", 3, example("return-received")),
                new Sent("rebate-commands", 4, example("rebate-amended")),
                new Sent("rebate-commands", 5, example("rebate-rejected")),
                new Sent("orders", 6, example("order-cancelled")),
                new Sent("offers", 7, example("coupon-expired")),
                new Sent("rebate-commands", 8, example("claim-filed")),
                new Sent("rebate-commands", 9, example("claim-decided")),
                new Sent("rebates", 0, example("rebate-recorded.v2")));

        var coupon = new Coupon(
                mine, "tea-lovers", "2026-01-05T10:00:00Z", "groceries", 200, TIME, TIME.plus(Duration.ofDays(1)));
        var basket = new Basket(
                mine,
                TIME,
                "GBP",
                List.of(
                        new BasketLine(1, "TEA-100", "groceries", "own", 2, 900, null),
                        new BasketLine(2, "MUG-1", "kitchen", "own", 1, 1_250, null)));
        assertThat(told(fact -> fact.toString().contains(mine)))
                .containsExactly(
                        new Fact.CouponIssued(mine, coupon),
                        new Fact.Paid(mine, basket, null, 0),
                        new Fact.Returned(mine, "019b76da-a800-7000-8000-000000000002", Map.of(1, 1)),
                        new Fact.Amended(
                                mine, "019b76da-a800-8000-8000-0000000000e1", Map.of(1, new Amount("GBP", 800))),
                        new Fact.Rejected(mine, "019b76da-a800-8000-8000-0000000000b1", Set.of(1)),
                        new Fact.Cancelled(mine),
                        new Fact.CouponExpired(mine, mine),
                        new Fact.ClaimFiled(mine, mine, new Fact.Purchase("bookshop", "B-1001")),
                        new Fact.ClaimGranted(mine),
                        new Fact.Booked(mine, 27),
                        new Fact.Booked(mine, 9));
    }

    @Test
    void tellsManyPartitionsInTheOrderInWhichTheyWereRecorded() throws InterruptedException, ExecutionException {
        var sent = new ArrayList<Sent>();
        for (int partition = 0; partition < 3; partition++) {
            for (int i = partition; i < 600; i += 3) {
                var type = i % 2 == 0 ? "order-cancelled" : "rebate-rejected";
                var order = "\"order_id\": \"" + mine + "/" + i + "\"";
                var event = Contracts.example(type).replaceAll("\"order_id\": \"[^\"]*\"", order);
                sent.add(new Sent(i % 2 == 0 ? "orders" : "rebate-commands", i, event));
            }
        }

        write(sent.toArray(Sent[]::new));

        var orders = told(fact -> fact.toString().contains(mine)).stream()
                .map(fact -> fact instanceof Fact.Cancelled cancelled
                        ? cancelled.orderId()
                        : ((Fact.Rejected) fact).orderId())
                .toList();
        assertThat(orders)
                .isEqualTo(IntStream.range(0, 600).mapToObj(i -> mine + "/" + i).toList());
    }

    @Test
    void saysWhatItCannotReadAndGoesOn() throws InterruptedException, ExecutionException {
        var before = told(Fact.Unreadable.class::isInstance).size();

        write(
                new Sent("orders", 1, "no event at all"),
                new Sent("orders", 2, example("return-received").replace("\"quantity\": 1", "\"quantity\": -1")),
                new Sent("rebate-commands", 3, example("rebate-amended").replace("\"minor\": 800", "\"minor\": -1")),
                new Sent(
                        "orders",
                        4,
                        example("order-paid").replaceFirst("\"currency\": \"GBP\"", "\"currency\": \"EUR\"")),
                new Sent("orders", 5, example("order-cancelled")));

        assertThat(told(Fact.Unreadable.class::isInstance)).hasSize(before + 4);
        assertThat(told(fact -> fact.toString().contains(mine))).containsExactly(new Fact.Cancelled(mine));
    }

    @Test
    void stopsWhenItsThreadIsToldTo() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(SimulationStopped.class).isThrownBy(() -> told(fact -> true));
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void losesPatienceWithALogThatIsAway() {
        var away = logs("localhost:1", Duration.ofSeconds(1));

        assertThatExceptionOfType(FactsUnavailable.class)
                .isThrownBy(() -> away.tell(fact -> {}))
                .withMessage("the topics offers, orders, rebate-commands cannot be read");
    }

    private List<Fact> told(Predicate<Fact> which) {
        var facts = new ArrayList<Fact>();
        logs(Backends.kafka().bootstrapServers(), Duration.ofSeconds(30)).tell(fact -> {
            if (which.test(fact)) {
                facts.add(fact);
            }
        });
        return facts;
    }

    private RecordedLogs logs(String brokers, Duration patience) {
        var properties = new SimulationProperties(1, 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(30), patience);
        return new RecordedLogs(brokers, properties, Contracts.MAPPER, meters);
    }

    /** Of this test's order, shopper, coupon and claim, which all have the same id. */
    private String example(String type) {
        return Contracts.example(type)
                .replace("019b76da-a800-7000-8000-000000000001", mine)
                .replace("019b76da-a800-7000-8000-0000000000c1", mine)
                .replace("019b76da-a800-8000-8000-0000000000c1", mine)
                .replace("shopper-1", mine);
    }

    private static void write(Sent... records) throws InterruptedException, ExecutionException {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Backends.kafka().bootstrapServers());
        var start = Instant.now().toEpochMilli();
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var record : records) {
                producer.send(new ProducerRecord<>(
                                record.topic(),
                                (int) record.millis() % 3,
                                start + record.millis(),
                                "any",
                                record.value().getBytes(UTF_8)))
                        .get();
            }
        }
    }

    /** A record, so many milliseconds after the first, and in another partition than the one before it. */
    private record Sent(String topic, long millis, String value) {}
}
