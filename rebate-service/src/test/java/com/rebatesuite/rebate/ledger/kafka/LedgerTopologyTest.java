package com.rebatesuite.rebate.ledger.kafka;

import static com.rebatesuite.rebate.ledger.kafka.LedgerDriver.EVENT_ID;
import static com.rebatesuite.rebate.ledger.kafka.LedgerDriver.USER;
import static com.rebatesuite.rebate.ledger.kafka.LedgerDriver.example;
import static com.rebatesuite.rebate.ledger.kafka.LedgerDriver.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.ledger.Balance;
import com.rebatesuite.rebate.quote.Quote;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class LedgerTopologyTest {

    static final RebateRule GROCERIES = RuleFixture.percent("groceries-3", null, "groceries", 300);

    /** 1 % on tea on top. */
    static final RebateRule TEA_WEEK = RuleFixture.rule("tea-week", draft -> {
        draft.sku = "TEA-100";
        draft.stackable = true;
    });

    @TempDir
    private Path state;

    private LedgerDriver ledger;

    @BeforeEach
    void start() {
        ledger = new LedgerDriver(state, 100, GROCERIES);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void recordsWhatTheContractShowsForThePaidOrderOfTheContract() {
        ledger.rules.apply("tea", TEA_WEEK);
        send("order-paid");

        var recorded = ledger.rebates.readRecord();
        assertThat(recorded.key()).isEqualTo(USER);
        Contracts.assertSent("rebate-recorded.v2", recorded.value());
        assertThat(ledger.dead.isEmpty()).isTrue();
    }

    @Test
    void followsAnOrderOfTheContractFromPaymentOverCompletionToAReturn() {
        send("order-paid");
        send("order-delivered");
        send("order-completed");
        send("return-received");

        assertThat(validRecordings())
                .containsExactly(
                        "1 estimated: earned 27",
                        "2 available: confirmed 27, released 27",
                        "3 available: clawed-back 14");
        assertThat(ledger.balance(USER)).isEqualTo(new Balance("GBP", 0, 0, 13, 0, 0, 0, 27, 14));
    }

    @Test
    void releasesAPartnersOrderWhenItIsSettledAndCompletedInWhicheverOrder() {
        ledger.commands.pipeInput(USER, example("rebate-settled", "settled"));
        ledger.orders.pipeInput(USER, partner("order-paid"));
        ledger.orders.pipeInput(USER, partner("order-completed"));

        assertThat(validRecordings())
                .containsExactly("1 estimated: earned 27", "2 available: confirmed 27, released 27");
    }

    @Test
    void reversesACancelledOrder() {
        send("order-paid");
        send("order-cancelled");

        assertThat(validRecordings().getLast()).isEqualTo("2 cancelled: reversed 27");
    }

    @Test
    void addsTheCouponOfTheContractOnce() {
        ledger.offers.pipeInput(USER, example("coupon-issued", "issued"));
        ledger.offers.pipeInput(USER, example("coupon-issued", "issued-again"));
        send("order-paid");

        assertThat(validRecordings()).containsExactly("1 estimated: earned 27, earned 18");
        assertThat(skipped("coupon-already-issued")).isEqualTo(1);

        ledger.offers.pipeInput(USER, example("coupon-expired", "expired"));
        assertThat(skipped("coupon-not-held")).isEqualTo(1);
    }

    @Test
    void givesAtLeastWhatAQuoteOfOursPromisedAndForgetsEveryOther() {
        var quote = new Quote(
                "q-1", USER, "TEA-100", "GBP", 450, 20, 0, 1_000, "groceries-3", 1, LedgerDriver.NOW.plusSeconds(1));
        ledger.orders.pipeInput(USER, quoted(LedgerDriver.QUOTES.sign(quote), "1"));
        ledger.orders.pipeInput(USER, quoted(LedgerDriver.QUOTES.sign(quote) + "x", "2"));

        assertThat(validRecordings()).containsExactly("1 estimated: earned 40", "2 estimated: earned 27");
    }

    @Test
    void saysWhyAQuoteDoesNotCount() {
        ledger.orders.pipeInput(USER, quoted("local.invented.quote", "1"));

        assertThat(ledger.recordings().getFirst().at("/data/order/lines/0/parts/0/steps"))
                .last()
                .satisfies(step -> {
                    assertThat(step.path("step").asString()).isEqualTo("quote-refused");
                    assertThat(step.path("detail").asString()).isEqualTo("the quote is none of ours, or was changed");
                    assertThat(step.path("minor").asLong()).isEqualTo(27);
                });
    }

    @Test
    void earnsOnWhatWasPaidForALineAndNotOnItsPrice() {
        var amount = "\"amount\": {\n          \"currency\": \"GBP\",\n          \"minor\": 900\n        }";
        var voucher = amount + ", \"rebate_base\": {\"currency\": \"GBP\", \"minor\": 700}";
        ledger.orders.pipeInput(
                USER, text("order-paid", "1").replace(amount, voucher).getBytes(UTF_8));

        assertThat(validRecordings()).containsExactly("1 estimated: earned 21");
    }

    @Test
    void writesNothingForARepeatOrForWhatIsNoneOfItsBusiness() {
        send("order-paid");
        send("order-paid");
        ledger.orders.pipeInput(USER, example("order-paid", "another-id"));
        send("order-shipped");

        assertThat(ledger.rebates.getQueueSize()).isEqualTo(1);
        assertThat(ledger.dead.isEmpty()).isTrue();
        assertThat(skipped("already-paid")).isEqualTo(2);
        assertThat(ledger.count("events.skipped", "consumer", "ledger", "type", "order-shipped.v1"))
                .isEqualTo(1);
    }

    @Test
    void buriesWhatItCannotReadAndGoesOn() {
        ledger.orders.pipeInput(USER, "no json".getBytes(UTF_8));
        ledger.orders.pipeInput(USER, "[]".getBytes(UTF_8));
        ledger.orders.pipeInput(USER, "{}".getBytes(UTF_8));
        ledger.orders.pipeInput(USER, null);
        ledger.orders.pipeInput("somebody-else", example("order-paid", "1"));
        for (var nonsense : List.of(
                text("order-paid", "1").replace("\"quantity\": 2", "\"quantity\": 0"),
                text("order-paid", "1").replace("\"line\": 2", "\"line\": 1"),
                text("order-paid", "1").replace("GBP", "XYZ"),
                text("order-paid", "1").replace("\"user_id\": \"shopper-1\",", ""),
                text("order-paid", "1").replace("\"time\": \"2026", "\"time\": \"then 2026"),
                text("order-paid", ""))) {
            ledger.orders.pipeInput(USER, nonsense.getBytes(UTF_8));
        }
        send("return-received");
        send("order-paid");

        assertThat(ledger.dead.readRecordsToList().stream().map(LedgerTopologyTest::reason))
                .containsExactly(
                        "malformed",
                        "malformed",
                        "malformed",
                        "malformed",
                        "key-is-not-the-user",
                        "malformed",
                        "malformed",
                        "malformed",
                        "malformed",
                        "malformed",
                        "malformed",
                        "unknown-order");
        assertThat(ledger.rebates.getQueueSize()).isEqualTo(1);
    }

    @Test
    void saysOfADeadLetterWhereItCameFrom() {
        ledger.offers.pipeInput(USER, "no json".getBytes(UTF_8));

        var headers = ledger.dead.readRecord().headers();
        assertThat(new String(headers.lastHeader("kafka_dlt-original-topic").value(), UTF_8))
                .isEqualTo("offers");
        assertThat(headers.lastHeader("kafka_dlt-original-offset")).isNotNull();
        assertThat(new String(headers.lastHeader("kafka_dlt-exception-message").value(), UTF_8))
                .contains("not JSON");
    }

    @Test
    void handsTheTraceOn() {
        var headers = new RecordHeaders()
                .add("traceparent", "00-1-1-01".getBytes(UTF_8))
                .add("else", new byte[] {1});
        ledger.orders.pipeInput(new TestRecord<>(USER, example("order-paid", "1"), headers));

        var recorded = ledger.rebates.readRecord();
        assertThat(recorded.headers().toArray()).hasSize(1);
        assertThat(recorded.headers().lastHeader("traceparent")).isNotNull();
    }

    @Test
    void expiresWhatIsNotSpentWhenItsTimeIsOver() {
        send("order-paid");
        send("order-completed");
        ledger.pass(Duration.ofDays(729));
        assertThat(ledger.rebates.readValuesToList()).hasSize(2);

        ledger.pass(Duration.ofDays(1));
        var expired = ledger.rebates.readRecord();
        Contracts.assertValid("rebate-recorded.v2", expired.value());
        assertThat(expired.key()).isEqualTo(USER);
        var data = Contracts.tree(expired.value()).path("data");
        assertThat(data.path("cause").path("id").asString()).isEqualTo("expiry/shopper-1/3/2028-01-05T10:15:30Z/2");
        assertThat(data.path("entries").path(0).path("kind").asString()).isEqualTo("expired");
        assertThat(ledger.balance(USER).available()).isZero();

        ledger.pass(Duration.ofDays(2));
        assertThat(ledger.rebates.isEmpty()).isTrue();
    }

    @Test
    void expiresInTimeHoweverManyOthersHaveSomethingThatExpiresLaterThatDay() {
        earn("zoe");
        ledger.pass(Duration.ofHours(2));
        for (int other = 0; other < 1_000; other++) {
            earn("other-" + other);
        }

        ledger.pass(Duration.ofDays(730).minusHours(2));

        assertThat(ledger.balance("zoe").available()).isZero();
        assertThat(ledger.balance("other-0").available()).isPositive();
    }

    @Test
    void keepsTheRecordingsOfAnOrderOfManyLinesBelowTheLimitsOfKafka() throws IOException {
        ledger.orders.pipeInput(USER, manyLines(1_114));
        send("order-completed");

        for (var recording : ledger.rebates.readValuesToList()) {
            assertThat(recording.length).isLessThan(LedgerParts.LARGEST_RECORDING * 2 / 3);
            assertThat(compressed(recording)).isLessThan(900_000);
        }
        assertThat(ledger.account(USER).version()).isEqualTo(2);
    }

    @Test
    void refusesARecordingThatWouldBeTooLargeAndLeavesTheAccountAsItWas() {
        ledger.orders.pipeInput(USER, manyLines(8_000));

        assertThat(reason(ledger.dead.readRecord())).isEqualTo("too-large");
        assertThat(ledger.account(USER)).isNull();
    }

    private void earn(String user) {
        for (var type : List.of("order-paid", "order-completed")) {
            var event = text(type, type + "-" + user).replace(USER, user);
            ledger.orders.pipeInput(user, event.getBytes(UTF_8));
        }
    }

    private void send(String type) {
        ledger.orders.pipeInput(USER, example(type, type.equals("order-paid") ? EVENT_ID : type));
    }

    private static byte[] quoted(String quote, String order) {
        return text("order-paid", order)
                .replace("019b76da-a800-7000-8000-000000000001", "019b76da-a800-7000-8000-00000000000" + order)
                .replace("\"sku\": \"TEA-100\",", "\"sku\": \"TEA-100\", \"quote\": \"" + quote + "\",")
                .getBytes(UTF_8);
    }

    private static byte[] partner(String type) {
        return text(type, type)
                .replace("\"channel\": \"shop\"", "\"channel\": \"partner\"")
                .getBytes(UTF_8);
    }

    private static byte[] manyLines(int count) {
        var lines = IntStream.rangeClosed(1, count).mapToObj("""
                        {"line": %1$d, "sku": "85123A-%1$d", "category": "groceries", "merchant": "retail",
                         "quantity": 7, "amount": {"currency": "GBP", "minor": 123457}}"""::formatted).collect(Collectors.joining(","));
        return text("order-paid", "many")
                .replaceFirst("(?s)\"lines\": \\[.*?\\]", "\"lines\": [" + lines + "]")
                .getBytes(UTF_8);
    }

    private double skipped(String reason) {
        return ledger.count("rebates.skipped", "reason", reason);
    }

    private List<String> validRecordings() {
        var recordings = ledger.rebates.readValuesToList();
        assertThat(recordings).allSatisfy(value -> Contracts.assertValid("rebate-recorded.v2", value));
        return recordings.stream()
                .map(Contracts::tree)
                .map(LedgerTopologyTest::summary)
                .toList();
    }

    private static String summary(JsonNode event) {
        var data = event.path("data");
        return data.path("sequence").asLong() + " "
                + data.path("order").path("state").asString() + ": "
                + data.path("entries")
                        .valueStream()
                        .map(entry -> entry.path("kind").asString() + " "
                                + entry.path("amount").path("minor").asLong())
                        .collect(Collectors.joining(", "));
    }

    private static String reason(TestRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("reason").value(), UTF_8);
    }

    private static int compressed(byte[] bytes) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (OutputStream lz4 = new net.jpountz.lz4.LZ4FrameOutputStream(compressed)) {
            lz4.write(bytes);
        }
        return compressed.size();
    }
}
