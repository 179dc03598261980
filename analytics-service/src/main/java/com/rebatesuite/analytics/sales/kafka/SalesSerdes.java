package com.rebatesuite.analytics.sales.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.analytics.sales.Cause;
import com.rebatesuite.analytics.sales.MinuteKey;
import com.rebatesuite.analytics.sales.MinuteWindow;
import com.rebatesuite.analytics.sales.Sale;
import com.rebatesuite.analytics.sales.Totals;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The compact forms inside the topology; each value begins with the version of its form. */
final class SalesSerdes {

    private static final byte VERSION = 1;
    private static final int TOTALS = 5 * Long.BYTES;

    private SalesSerdes() {}

    /** Sorts by time first. An empty currency and sku make the first key of a minute. */
    static Serde<MinuteKey> minuteKey() {
        return serde(SalesSerdes::write, bytes -> readKey(ByteBuffer.wrap(bytes)));
    }

    static Serde<MinuteWindow> minuteWindow() {
        return serde(SalesSerdes::write, bytes -> readWindow(versioned(bytes)));
    }

    static Serde<Sale> sale() {
        return serde(SalesSerdes::write, bytes -> readSale(versioned(bytes)));
    }

    static Serde<CountedOrder> countedOrder() {
        return serde(SalesSerdes::write, bytes -> readCountedOrder(versioned(bytes)));
    }

    private static byte[] write(MinuteKey key) {
        var currency = key.currency().getBytes(UTF_8);
        var sku = key.sku().getBytes(UTF_8);
        return ByteBuffer.allocate(Long.BYTES + currency.length + sku.length)
                .putLong(key.start().getEpochSecond())
                .put(currency)
                .put(sku)
                .array();
    }

    private static MinuteKey readKey(ByteBuffer buffer) {
        var start = Instant.ofEpochSecond(buffer.getLong());
        var currency = readText(buffer, Math.min(3, buffer.remaining()));
        return new MinuteKey(start, currency, readText(buffer, buffer.remaining()));
    }

    private static byte[] write(MinuteWindow window) {
        var buffer = ByteBuffer.allocate(2 + Long.BYTES + TOTALS)
                .put(VERSION)
                .put((byte) (window.isFinal() ? 1 : 0))
                .putLong(window.revision());
        return put(buffer, window.totals()).array();
    }

    private static MinuteWindow readWindow(ByteBuffer buffer) {
        var isFinal = buffer.get() == 1;
        var revision = buffer.getLong();
        return new MinuteWindow(readTotals(buffer), revision, isFinal);
    }

    private static byte[] write(Sale sale) {
        var sku = sale.sku().getBytes(UTF_8);
        var currency = sale.currency().getBytes(UTF_8);
        var order = sale.cause().orderId().getBytes(UTF_8);
        var event = sale.cause().eventId().getBytes(UTF_8);
        var occurredAt = sale.occurredAt();
        var size = 1 + 4 * Integer.BYTES + sku.length + currency.length + order.length + event.length;
        var buffer = ByteBuffer.allocate(size + 2 * Long.BYTES + Integer.BYTES + TOTALS)
                .put(VERSION);
        put(put(put(put(buffer, sku), currency), order), event)
                .putLong(sale.cause().sequence())
                .putLong(occurredAt.getEpochSecond())
                .putInt(occurredAt.getNano());
        return put(buffer, sale.delta()).array();
    }

    private static Sale readSale(ByteBuffer buffer) {
        var sku = readText(buffer, buffer.getInt());
        var currency = readText(buffer, buffer.getInt());
        var order = readText(buffer, buffer.getInt());
        var event = readText(buffer, buffer.getInt());
        var cause = new Cause(order, buffer.getLong(), event);
        var occurredAt = Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
        return new Sale(cause, sku, currency, occurredAt, readTotals(buffer));
    }

    private static byte[] write(CountedOrder order) {
        var sequences = order.sequences();
        var buffer = ByteBuffer.allocate(1 + Long.BYTES * (1 + sequences.length))
                .put(VERSION)
                .putLong(order.lastCame().toEpochMilli());
        for (var sequence : sequences) {
            buffer.putLong(sequence);
        }
        return buffer.array();
    }

    private static CountedOrder readCountedOrder(ByteBuffer buffer) {
        var lastCame = Instant.ofEpochMilli(buffer.getLong());
        var sequences = new long[buffer.remaining() / Long.BYTES];
        for (var i = 0; i < sequences.length; i++) {
            sequences[i] = buffer.getLong();
        }
        return new CountedOrder(lastCame, sequences);
    }

    private static ByteBuffer put(ByteBuffer buffer, byte[] text) {
        return buffer.putInt(text.length).put(text);
    }

    private static ByteBuffer put(ByteBuffer buffer, Totals totals) {
        return buffer.putLong(totals.orders())
                .putLong(totals.unitsSold())
                .putLong(totals.unitsReturned())
                .putLong(totals.revenueMinor())
                .putLong(totals.refundedMinor());
    }

    private static Totals readTotals(ByteBuffer buffer) {
        return new Totals(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    private static String readText(ByteBuffer buffer, int length) {
        var text = new byte[length];
        buffer.get(text);
        return new String(text, UTF_8);
    }

    private static ByteBuffer versioned(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var version = buffer.get();
        if (version != VERSION) {
            throw new SerializationException("version: " + version + " (expected: " + VERSION + ")");
        }
        return buffer;
    }

    /** Kafka Streams writes null for a removed entry and reads null for a missing one. */
    private static <T> Serde<T> serde(Write<T> write, Read<T> read) {
        Serializer<T> serializer = (topic, value) -> value == null ? null : write.bytes(value);
        Deserializer<T> deserializer = (topic, bytes) -> bytes == null ? null : read.value(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    private interface Write<T> {
        byte[] bytes(T value);
    }

    private interface Read<T> {
        @Nullable T value(byte[] bytes);
    }
}
