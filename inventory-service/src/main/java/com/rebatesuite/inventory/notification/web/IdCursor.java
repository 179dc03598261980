package com.rebatesuite.inventory.notification.web;

import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.problem.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The cursor of lists that are sorted by id. */
final class IdCursor {

    private IdCursor() {}

    static @Nullable UUID read(@Nullable String cursor) {
        try {
            return Cursor.decode(cursor, 1)
                    .map(decoded -> UUID.fromString(decoded.part(0)))
                    .orElse(null);
        } catch (IllegalArgumentException notOurs) {
            throw Problems.refusal(
                    Problems.of(HttpStatus.BAD_REQUEST, "bad-cursor", "the cursor is not from this list"));
        }
    }
}
