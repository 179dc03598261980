package com.rebatesuite.rebate.quote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** The bytes of a quote, in a fixed order; strings carry their length, so two quotes never read the same. */
final class QuoteText {

    private static final byte VERSION = 1;

    private QuoteText() {}

    static byte[] write(Quote quote) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(quote.quoteId());
            out.writeUTF(quote.userId());
            out.writeUTF(quote.sku());
            out.writeUTF(quote.currency());
            out.writeLong(quote.price());
            out.writeLong(quote.rebate());
            out.writeShort(quote.rateBasisPoints());
            out.writeLong(quote.most());
            out.writeUTF(quote.ruleId());
            out.writeInt(quote.ruleVersion());
            out.writeLong(quote.expiresAt().getEpochSecond());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    /** Only what we signed ourselves is read: anything odd in it is a mistake of ours. */
    static Quote read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("version: " + version + " (expected: " + VERSION + ")");
            }
            return new Quote(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readLong(),
                    in.readLong(),
                    in.readUnsignedShort(),
                    in.readLong(),
                    in.readUTF(),
                    in.readInt(),
                    Instant.ofEpochSecond(in.readLong()));
        } catch (IOException torn) {
            throw new IllegalArgumentException("quote: " + bytes.length + " bytes (expected: a whole one)", torn);
        }
    }
}
