package com.rebatesuite.rebate.keyed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller calls his request, 1..128 characters: the same name means the same request. */
public record IdempotencyKey(String value) {

    private static final int LONGEST = 128;

    /**
     * Checks itself.
     *
     * @throws BadIdempotencyKey if it is blank or too long
     */
    public IdempotencyKey {
        if (value.isBlank()) {
            throw BadIdempotencyKey.missing();
        }
        if (value.length() > LONGEST) {
            throw BadIdempotencyKey.tooLong(value.length(), LONGEST);
        }
    }

    /**
     * The key that a header says.
     *
     * @throws BadIdempotencyKey if the header is missing, blank or too long
     */
    public static IdempotencyKey of(@Nullable String header) {
        return new IdempotencyKey(header == null ? "" : header);
    }

    /** The id of what the caller makes with it, a UUIDv8: the same for the same words, in this order. */
    public String idOf(String what, String caller, String about) {
        var digest = sha256();
        List.of(what, caller, about, value).forEach(part -> digest.update(lengthFirst(part)));
        var bits = ByteBuffer.wrap(digest.digest());
        return new UUID(version8(bits.getLong()), variant(bits.getLong())).toString();
    }

    /** With its length before it, so that no two lists of parts look alike. */
    private static byte[] lengthFirst(String part) {
        return (part.length() + ":" + part).getBytes(UTF_8);
    }

    private static long version8(long high) {
        return (high & ~0xF000L) | 0x8000L;
    }

    private static long variant(long low) {
        return (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
