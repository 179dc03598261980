package com.rebatesuite.analytics.sales.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.analytics.Examples;
import com.rebatesuite.analytics.Schemas;
import com.rebatesuite.analytics.sales.Cause;
import com.rebatesuite.analytics.sales.InMemorySalesMinutes;
import com.rebatesuite.analytics.sales.MinuteKey;
import com.rebatesuite.analytics.sales.OrderFact;
import com.rebatesuite.analytics.sales.PublishedMinute;
import com.rebatesuite.analytics.sales.Sale;
import com.rebatesuite.analytics.sales.SalesMinute;
import com.rebatesuite.analytics.sales.Totals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

/** What sales read and write is what the contracts say. */
class SalesContractTest {

    private static final Instant AT = Instant.parse("2026-01-05T10:15:30Z");
    private static final String ORDER = "019b76da-a800-7000-8000-000000000001";
    private static final String EVENT = "019b76da-a800-7000-8000-0000000000ff";

    private static final SalesMinute MINUTE = new SalesMinute(
            new MinuteKey(Instant.parse("2026-01-05T10:15:00Z"), "GBP", "TEA-100"),
            SalesMinute.Status.UPDATED,
            1,
            new Totals(1, 2, 0, 900, 0));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OrderReader reader = new OrderReader(Examples.JSON, meters);
    private final SalesMessages messages =
            new SalesMessages(Examples.JSON, () -> UUID.fromString(EVENT), Clock.fixed(AT, ZoneOffset.UTC));

    @Test
    void readsOrderPaid() {
        assertThat(reader.read(bytes("order-paid.v1")))
                .hasValue(new OrderFact(
                        new Cause(ORDER, 3, EVENT),
                        OrderFact.Kind.PAID,
                        AT,
                        List.of(
                                new OrderFact.Line("TEA-100", 2, "GBP", 900),
                                new OrderFact.Line("MUG-1", 1, "GBP", 1250))));
    }

    @Test
    void readsReturnReceived() {
        assertThat(reader.read(bytes("return-received.v1")))
                .hasValue(new OrderFact(
                        new Cause(ORDER, 8, EVENT),
                        OrderFact.Kind.RETURNED,
                        AT,
                        List.of(new OrderFact.Line("TEA-100", 1, "GBP", 450))));
    }

    @Test
    void skipsAndCountsOtherTypes() {
        assertThat(reader.read(bytes("order-shipped.v1"))).isEmpty();
        assertThat(meters.counter("events.skipped", "consumer", "sales", "type", "order-shipped.v1")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void writesSalesMinute() {
        isAsTheContractSays("sales-minute.v1", new Published.Minute(MINUTE));
    }

    @Test
    void writesSaleLate() {
        var sale = new Sale(
                new Cause(ORDER, 3, "019b76da-a800-7000-8000-0000000000fe"),
                "TEA-100",
                "GBP",
                Instant.parse("2026-01-03T09:12:45Z"),
                new Totals(1, 2, 0, 900, 0));

        isAsTheContractSays("sale-late.v1", new Published.TooLate(sale));
    }

    @Test
    void projectsSalesMinute() {
        var minutes = new InMemorySalesMinutes();

        new SalesMinuteEvents()
                .onSalesMinutes(minutes, Examples.JSON, meters)
                .accept(List.of(bytes("sales-minute.v1"), bytes("order-paid.v1")));

        assertThat(minutes.of("TEA-100", AT.minusSeconds(60), AT)).containsExactly(new PublishedMinute(MINUTE, AT));
    }

    /** The record is named by its place in the batch, and what stands before it is not lost. */
    @Test
    void keepsWhatStandsBeforeARecordItCannotRead() {
        var minutes = new InMemorySalesMinutes();
        var projection = new SalesMinuteEvents().onSalesMinutes(minutes, Examples.JSON, meters);
        var nonsense = "{\"type\":\"sales-minute.v1\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> projection.accept(List.of(bytes("sales-minute.v1"), nonsense)))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        failed -> assertThat(failed.getIndex()).isEqualTo(1));
        assertThat(minutes.of("TEA-100", AT.minusSeconds(60), AT)).hasSize(1);
    }

    /** What is stored and sent inside the topology comes back as it was. */
    @Test
    void compactFormsAreFaithful() {
        var sale = new Sale(new Cause(ORDER, 3, EVENT), "TÉ-100", "GBP", AT.plusNanos(7), new Totals(1, 2, 3, -4, 5));
        var sales = SalesSerdes.sale();
        assertThat(sales.deserializer().deserialize("t", sales.serializer().serialize("t", sale)))
                .isEqualTo(sale);
        var keys = SalesSerdes.minuteKey();
        assertThat(keys.deserializer().deserialize("t", keys.serializer().serialize("t", MINUTE.key())))
                .isEqualTo(MINUTE.key());
    }

    private void isAsTheContractSays(String type, Published published) {
        var sent = messages.bytes(published);

        assertThat(Examples.JSON.readTree(sent)).isEqualTo(Examples.example(type));
        assertThat(Schemas.complaints(type, sent)).isEmpty();
    }

    private static byte[] bytes(String type) {
        return Examples.JSON.writeValueAsBytes(Examples.example(type));
    }
}
