package com.rebatesuite.analytics.sales.kafka;

import static com.rebatesuite.analytics.sales.kafka.SalesTopologyDriver.NOW;
import static com.rebatesuite.analytics.sales.kafka.SalesTopologyDriver.paid;
import static com.rebatesuite.analytics.sales.kafka.SalesTopologyDriver.received;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.analytics.Examples;
import com.rebatesuite.analytics.sales.SalesMinute.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders in, minutes out. */
class SalesTopologyTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration TURN = Duration.ofMillis(500);

    private final SalesTopologyDriver sales = new SalesTopologyDriver();

    @AfterEach
    void close() {
        sales.close();
    }

    @Test
    void publishesAPaidOrderWithinASecondAsTheContractSays() {
        sales.order(Examples.example("order-paid.v1"));

        assertThat(sales.minutes()).isEmpty();
        sales.pass(TURN);

        var mug = Examples.example("sales-minute.v1").put("subject", "MUG-1");
        ((ObjectNode) mug.path("data")).put("sku", "MUG-1").put("units_sold", 1);
        ((ObjectNode) mug.at("/data/revenue")).put("minor", 1250);
        assertThat(sales.minutes()).containsExactlyInAnyOrder(Examples.example("sales-minute.v1"), mug);
        assertThat(sales.meter.published).isEqualTo(Map.of(Status.UPDATED, 2));
    }

    @Test
    void publishesAReturnInTheMinuteItCameBack() {
        sales.order(received("o-1", 8, "TEA", 2, 450, TEN));

        sales.pass(TURN);

        assertThat(figures(sales.minutes())).containsExactly("TEA 10:00 updated #1 0 orders 0 sold 2 back 0 450");
    }

    @Test
    void countsEqualSkusOfAnOrderAsOneOrder() {
        var order = Examples.example("order-paid.v1");
        ((ObjectNode) order.at("/data/lines/1")).put("sku", "TEA-100");
        sales.order(order);

        sales.pass(TURN);

        assertThat(figures(sales.minutes())).containsExactly("TEA-100 10:15 updated #1 1 orders 3 sold 0 back 2150 0");
    }

    @Test
    void keepsCurrenciesApart() {
        var euros = paid("o-2", 3, "TEA", 1, 700, TEN);
        ((ObjectNode) euros.at("/data/lines/0/amount")).put("currency", "EUR");
        sales.order(paid("o-1", 3, "TEA", 1, 600, TEN));
        sales.order(euros);

        sales.pass(TURN);

        assertThat(sales.minutes().stream()
                        .map(event -> event.at("/data/revenue").toString()))
                .containsExactlyInAnyOrder(
                        "{\"currency\":\"GBP\",\"minor\":600}", "{\"currency\":\"EUR\",\"minor\":700}");
    }

    @Test
    void publishesWhatChangedOnceATurnAndNothingOtherwise() {
        sales.order(paid("o-1", 3, "TEA", 1, 500, TEN));
        sales.order(paid("o-2", 3, "TEA", 1, 500, TEN.plusSeconds(30)));
        sales.pass(TURN);
        sales.order(paid("o-3", 3, "TEA", 1, 500, TEN.plusSeconds(59)));
        sales.pass(TURN.multipliedBy(4));

        assertThat(figures(sales.minutes()))
                .containsExactly(
                        "TEA 10:00 updated #1 2 orders 2 sold 0 back 1000 0",
                        "TEA 10:00 updated #2 3 orders 3 sold 0 back 1500 0");
    }

    @Test
    void callsAMinuteFinalTenSecondsAfterItsEndByStreamTime() {
        sales.order(paid("o-1", 3, "TEA", 1, 500, TEN));
        sales.pass(TURN);
        sales.order(paid("o-2", 3, "MUG", 1, 900, TEN.plusSeconds(69)));
        sales.pass(TURN);
        assertThat(statuses(sales.minutes(), "TEA")).containsExactly("updated");

        sales.order(paid("o-3", 3, "MUG", 1, 900, TEN.plusSeconds(70)));
        sales.pass(TURN);

        assertThat(figures(sales.minutes()))
                .containsExactlyInAnyOrder(
                        "TEA 10:00 final #2 1 orders 1 sold 0 back 500 0",
                        "MUG 10:01 updated #2 2 orders 2 sold 0 back 1800 0");
    }

    @Test
    void callsAMinuteFinalByTheWallClockWhenNothingMoreComes() {
        sales.order(paid("o-1", 3, "TEA", 1, 500, TEN));

        sales.pass(Duration.ofSeconds(29));
        assertThat(statuses(sales.minutes(), "TEA")).containsExactly("updated");
        sales.pass(Duration.ofSeconds(2));

        assertThat(figures(sales.minutes())).containsExactly("TEA 10:00 final #2 1 orders 1 sold 0 back 500 0");
    }

    /** The minute of now is not over yet, however idle the partition is. */
    @Test
    void waitsWithAnIdleMinuteUntilItsEndAndGraceAndIdleTimeHavePassed() {
        sales.order(paid("o-1", 3, "TEA", 1, 500, NOW));

        sales.pass(Duration.ofSeconds(60 + 10 + 30).minus(TURN));
        assertThat(statuses(sales.minutes(), "TEA")).containsExactly("updated");
        sales.pass(TURN);

        assertThat(statuses(sales.minutes(), "TEA")).containsExactly("final");
    }

    /** A replay that pauses is not late when it goes on. */
    @Test
    void keepsMinutesOpenThatComeAfterAPause() {
        sales.order(paid("o-1", 3, "TEA", 1, 500, TEN));
        sales.pass(Duration.ofMinutes(5));
        sales.minutes();

        sales.order(paid("o-2", 3, "TEA", 1, 500, TEN.plusSeconds(60)));
        sales.pass(TURN);

        assertThat(statuses(sales.minutes(), "TEA")).containsExactly("updated");
        assertThat(sales.meter.late).isZero();
    }

    @Test
    void correctsAFinalMinute() {
        sales.order(paid("o-1", 3, "TEA", 1, 500, TEN));
        sales.order(paid("o-2", 3, "MUG", 1, 500, TEN.plus(Duration.ofHours(23))));
        sales.pass(TURN);
        sales.minutes();

        sales.order(paid("o-3", 3, "TEA", 2, 900, TEN.plusSeconds(5)));
        sales.pass(TURN);

        assertThat(figures(sales.minutes())).containsExactly("TEA 10:00 corrected #2 2 orders 3 sold 0 back 1400 0");
        assertThat(sales.meter.late).isEqualTo(1);
    }

    /** It was final with nothing in it. */
    @Test
    void correctsAMinuteThatHadNoSales() {
        sales.order(paid("o-1", 3, "MUG", 1, 500, TEN.plus(Duration.ofHours(1))));
        sales.pass(TURN);
        sales.minutes();

        sales.order(paid("o-2", 3, "TEA", 1, 500, TEN));
        sales.pass(TURN);

        assertThat(figures(sales.minutes())).containsExactly("TEA 10:00 corrected #1 1 orders 1 sold 0 back 500 0");
    }

    @Test
    void sendsToTheLateLaneWhatComesADayTooLate() {
        sales.order(paid("o-1", 3, "MUG", 1, 500, TEN.plus(Duration.ofDays(3))));
        sales.pass(Duration.ofMinutes(3));
        sales.minutes();

        var late = Examples.example("order-paid.v1");
        ((ObjectNode) late.path("data")).put("occurred_at", "2026-01-03T09:12:45Z");
        ((ObjectNode) late.at("/data/lines").get(0)).put("sku", "TEA-100");
        late.put("id", "019b76da-a800-7000-8000-0000000000fe");
        ((tools.jackson.databind.node.ArrayNode) late.at("/data/lines")).remove(1);
        sales.order(late);
        sales.pass(TURN);

        assertThat(sales.late()).containsExactly(Examples.example("sale-late.v1"));
        assertThat(sales.minutes()).isEmpty();
        assertThat(sales.meter.tooLate).isEqualTo(1);
    }

    /** A day of event time has passed, but only a second of ours: that is a replay, not a late sale. */
    @Test
    void doesNotTakeAReplayAtFullSpeedForLate() {
        sales.order(paid("o-1", 3, "MUG", 1, 500, TEN.plus(Duration.ofDays(3))));
        sales.pass(TURN);
        sales.minutes();

        sales.order(paid("o-2", 3, "TEA", 1, 500, TEN));
        sales.pass(TURN);

        assertThat(statuses(sales.minutes(), "TEA")).containsExactly("corrected");
        assertThat(sales.late()).isEmpty();
    }

    @Test
    void aWrongClockInTheFutureMakesNobodyLate() {
        sales.order(paid("o-1", 3, "MUG", 1, 500, NOW.plus(Duration.ofDays(400))));
        sales.pass(Duration.ofMinutes(3));

        sales.order(paid("o-2", 3, "TEA", 1, 500, NOW.plusSeconds(170)));
        sales.pass(TURN);

        assertThat(statuses(sales.minutes(), "TEA")).containsExactly("updated");
        assertThat(sales.meter.late + sales.meter.tooLate).isZero();
    }

    @Test
    void removesWindowsADayAfterTheirEnd() {
        sales.order(paid("o-1", 3, "TEA", 1, 500, TEN));
        sales.order(paid("o-2", 3, "TEA", 1, 500, TEN.plus(Duration.ofHours(24))));
        sales.pass(Duration.ofMinutes(3));
        assertThat(sales.windowsKept()).isEqualTo(2);

        sales.order(paid("o-3", 3, "TEA", 1, 500, TEN.plus(Duration.ofHours(24)).plusSeconds(60)));
        sales.pass(Duration.ofMinutes(3));

        assertThat(sales.windowsKept()).isEqualTo(2);
        assertThat(statuses(sales.minutes(), "TEA")).doesNotContain("corrected");
    }

    @Test
    void inv5_countsARepeatedEventOnce() {
        for (var delivery = 0; delivery < 3; delivery++) {
            sales.order(paid("o-1", 3, "TEA", 1, 500, TEN));
            sales.order(received("o-1", 8, "TEA", 1, 500, TEN));
            sales.jump(Duration.ofMinutes(1));
        }

        assertThat(figures(sales.minutes()).getLast()).isEqualTo("TEA 10:00 final #1 1 orders 1 sold 1 back 500 500");
        assertThat(sales.meter.repeated).isEqualTo(4);
    }

    /** A repeat of something old comes as soon as one of something new. */
    @Test
    void inv5_countsARepeatedLateEventOnce() {
        sales.order(paid("o-1", 3, "MUG", 1, 500, TEN.plus(Duration.ofDays(30))));
        sales.pass(Duration.ofMinutes(3));

        sales.order(paid("o-2", 3, "TEA", 1, 500, TEN));
        sales.order(paid("o-2", 3, "TEA", 1, 500, TEN));

        assertThat(sales.late()).hasSize(1);
    }

    @Test
    void forgetsOrdersADayAfterTheyCame() {
        sales.order(paid("o-1", 3, "TEA", 1, 500, TEN));
        assertThat(sales.ordersRemembered()).isEqualTo(1);

        sales.jump(Duration.ofHours(24));
        assertThat(sales.ordersRemembered()).isEqualTo(1);
        sales.pass(Duration.ofMinutes(2));

        assertThat(sales.ordersRemembered()).isZero();
    }

    @Test
    void putsAsideWhatItCannotReadAndGoesOn() {
        var records = List.of(
                "no json".getBytes(UTF_8),
                "{\"type\":\"order-paid.v1\"}".getBytes(UTF_8),
                bytes(without("order-paid.v1", "occurred_at")),
                bytes(without("order-paid.v1", "lines")),
                bytes(paid("o-9", 3, "TEA", 0, 500, TEN)),
                bytes(paid("o-9", 3, " ", 1, 500, TEN)),
                bytes(paid("o-9", 3, "TEA", 1, Long.MAX_VALUE, TEN)));
        records.forEach(sales::order);
        sales.order(paid("o-1", 3, "TEA", 1, 500, TEN));
        sales.pass(TURN);

        var dead = sales.dead();
        assertThat(dead.stream().map(record -> new String(record.value(), UTF_8)))
                .containsExactlyElementsOf(records.stream()
                        .map(record -> new String(record, UTF_8))
                        .toList());
        assertThat(dead)
                .allSatisfy(record -> assertThat(record.headers()
                                .lastHeader(KafkaHeaders.DLT_EXCEPTION_MESSAGE)
                                .value())
                        .isNotEmpty());
        assertThat(figures(sales.minutes())).hasSize(1);
    }

    @Test
    void skipsEventsThatAreNoSales() {
        sales.order(Examples.example("order-placed.v1"));
        sales.order(Examples.example("order-completed.v1"));
        sales.pass(TURN);

        assertThat(sales.minutes()).isEmpty();
        assertThat(sales.dead()).isEmpty();
    }

    /** Kafka keeps records by their timestamp: a sale of years ago must not be thrown away as an old record. */
    @Test
    void stampsWhatItPublishesWithTheTimeOfPublication() {
        sales.order(paid("o-1", 3, "TEA", 1, 500, Instant.parse("2010-12-01T08:26:00Z")));
        sales.pass(TURN);

        assertThat(sales.minuteRecords())
                .allSatisfy(record -> assertThat(record.getRecordTime()).isEqualTo(NOW.plus(TURN)));
    }

    private static byte[] bytes(JsonNode event) {
        return Examples.JSON.writeValueAsBytes(event);
    }

    private static JsonNode without(String type, String field) {
        var event = Examples.example(type);
        ((ObjectNode) event.path("data")).remove(field);
        return event;
    }

    private static List<String> statuses(List<JsonNode> minutes, String sku) {
        return minutes.stream()
                .filter(event -> event.at("/data/sku").asString().equals(sku))
                .map(event -> event.at("/data/status").asString())
                .toList();
    }

    private static List<String> figures(List<JsonNode> minutes) {
        return minutes.stream().map(event -> figures(event.path("data"))).toList();
    }

    private static String figures(JsonNode data) {
        return "%s %s %s #%d %d orders %d sold %d back %d %d"
                .formatted(
                        data.path("sku").asString(),
                        data.path("minute").asString().substring(11, 16),
                        data.path("status").asString(),
                        data.path("revision").asLong(),
                        data.path("orders").asLong(),
                        data.path("units_sold").asLong(),
                        data.path("units_returned").asLong(),
                        data.at("/revenue/minor").asLong(),
                        data.at("/refunded/minor").asLong());
    }
}
