package com.rebatesuite.inventory.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Base64;

/** Bytes of a record that nobody has understood. */
public final class Payload {

    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** These bytes. */
    public static Payload of(byte[] bytes) {
        return new Payload(bytes.clone());
    }

    /** The bytes of this text. */
    public static Payload of(String text) {
        return new Payload(text.getBytes(UTF_8));
    }

    /** The bytes as they are. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether people can read it as it is. */
    public boolean isText() {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .codePoints()
                    .allMatch(Payload::isReadable);
        } catch (CharacterCodingException binary) {
            return false;
        }
    }

    /** The text, or Base64 of what is none. */
    public String shown() {
        return isText() ? new String(bytes, UTF_8) : Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean isReadable(int character) {
        return !Character.isISOControl(character) || Character.isWhitespace(character);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return shown();
    }
}
