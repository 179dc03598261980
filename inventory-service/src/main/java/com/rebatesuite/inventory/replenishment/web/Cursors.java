package com.rebatesuite.inventory.replenishment.web;

import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.problem.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads cursors that end at an id. */
final class Cursors {

    private Cursors() {}

    static @Nullable UUID id(@Nullable String cursor) {
        return Cursor.decode(cursor, 1).map(last -> parsed(last, cursor)).orElse(null);
    }

    private static UUID parsed(Cursor last, @Nullable String cursor) {
        try {
            return UUID.fromString(last.part(0));
        } catch (IllegalArgumentException unreadable) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST, "bad-cursor", "cursor: " + cursor + " (expected: one of ours)"));
        }
    }
}
