package com.rebatesuite.inventory.count.web;

import com.rebatesuite.inventory.count.StockCount;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.problem.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a count is known by outside: its version as a tag, its id as the end of a page. */
final class CountTag {

    private static final UUID LATEST = new UUID(-1, -1);

    private CountTag() {}

    static String of(StockCount count) {
        return "\"" + count.version() + "\"";
    }

    /** The version that is meant; one no count has when it is no tag of ours. */
    static long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "if-match-missing",
                    "If-Match: none (expected: the ETag of the count)"));
        }
        var tag = ifMatch.strip();
        return tag.matches("\"\\d{1,18}\"") ? Long.parseLong(tag.substring(1, tag.length() - 1)) : -1;
    }

    static UUID before(@Nullable String cursor) {
        return Cursor.decode(cursor, 1).map(CountTag::id).orElse(LATEST);
    }

    private static UUID id(Cursor decoded) {
        try {
            return UUID.fromString(decoded.part(0));
        } catch (IllegalArgumentException notOurs) {
            throw Problems.refusal(
                    Problems.of(HttpStatus.BAD_REQUEST, "bad-cursor", "the cursor is not from this list"));
        }
    }
}
