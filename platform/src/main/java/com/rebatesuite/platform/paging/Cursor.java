package com.rebatesuite.platform.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place where a page ended, as the sort keys of its last row; opaque (base64url) on the wire. */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";
    private static final int MAX_LENGTH = 1024;

    public Cursor {
        parts = List.copyOf(parts);
        if (parts.stream().anyMatch(part -> part.contains(SEPARATOR))) {
            throw new IllegalArgumentException("parts: " + parts + " (expected: without the separator U+001F)");
        }
    }

    /** The cursor after the row with these sort keys. */
    public static Cursor of(String... parts) {
        return new Cursor(List.of(parts));
    }

    /** The part at this position, from 0. */
    public String part(int index) {
        return parts.get(index);
    }

    /** What goes on the wire. */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(UTF_8));
    }

    /**
     * Reads what came over the wire; empty for the first page.
     *
     * @throws BadCursor if it is not a cursor of this many parts
     */
    public static Optional<Cursor> decode(@Nullable String cursor, int expectedParts) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        var parts = List.of(text(cursor).split(SEPARATOR, -1));
        if (parts.size() != expectedParts) {
            throw new BadCursor(cursor);
        }
        return Optional.of(new Cursor(parts));
    }

    private static String text(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw new BadCursor(cursor.substring(0, 32) + "…");
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            throw new BadCursor(cursor);
        }
    }
}
