package com.rebatesuite.rebate.ledger.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Records that wait, with all their headers. */
final class ArrivalSerde {

    private static final int NUMBERS = 2 * Long.BYTES + 2 * Integer.BYTES;

    private ArrivalSerde() {}

    static Serde<Arrival> serde() {
        Serializer<Arrival> writing = (topic, arrival) -> arrival == null ? null : write(arrival);
        Deserializer<Arrival> reading = (topic, bytes) -> bytes == null ? null : read(bytes);
        return Serdes.serdeFrom(writing, reading);
    }

    private static byte @Nullable [] write(Arrival arrival) {
        var headers = arrival.headers().toArray();
        int size = NUMBERS
                + size(arrival.key().getBytes(UTF_8))
                + size(arrival.value())
                + size(arrival.topic().getBytes(UTF_8));
        for (var header : headers) {
            size += size(header.key().getBytes(UTF_8)) + size(header.value());
        }
        var buffer = ByteBuffer.allocate(size);
        buffer.putLong(arrival.timestamp()).putLong(arrival.offset()).putInt(arrival.partition());
        put(buffer, arrival.key().getBytes(UTF_8));
        put(buffer, arrival.value());
        put(buffer, arrival.topic().getBytes(UTF_8));
        buffer.putInt(headers.length);
        for (var header : headers) {
            put(buffer, header.key().getBytes(UTF_8));
            put(buffer, header.value());
        }
        return buffer.array();
    }

    private static Arrival read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        long timestamp = buffer.getLong();
        long offset = buffer.getLong();
        int partition = buffer.getInt();
        var key = new String(take(buffer), UTF_8);
        var value = take(buffer);
        var topic = new String(take(buffer), UTF_8);
        var headers = new RecordHeaders();
        for (int left = buffer.getInt(); left > 0; left--) {
            headers.add(new String(take(buffer), UTF_8), take(buffer));
        }
        return new Arrival(key, value, timestamp, headers, topic, partition, offset);
    }

    private static int size(byte @Nullable [] bytes) {
        return Integer.BYTES + (bytes == null ? 0 : bytes.length);
    }

    private static void put(ByteBuffer buffer, byte @Nullable [] bytes) {
        buffer.putInt(bytes == null ? 0 : bytes.length);
        if (bytes != null) {
            buffer.put(bytes);
        }
    }

    private static byte[] take(ByteBuffer buffer) {
        var bytes = new byte[buffer.getInt()];
        buffer.get(bytes);
        return bytes;
    }
}
