package com.rebatesuite.rebate.view.web;

import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.view.Views;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Entries of an account in pages, newest first; the cursor is the number of the last entry shown. */
@Component
class EntryPages {

    static final int MOST = 200;

    private final Views views;

    EntryPages(Views views) {
        this.views = views;
    }

    Page<EntryResponse> page(String userId, @Nullable String cursor, int pageSize) {
        if (pageSize < 1 || pageSize > MOST) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "bad-page-size",
                    "page_size: " + pageSize + " (expected: 1.." + MOST + ")"));
        }
        var entries = views.entries(userId, before(cursor), pageSize + 1).stream()
                .map(EntryResponse::of)
                .toList();
        if (entries.size() <= pageSize) {
            return new Page<>(entries, null);
        }
        var shown = entries.subList(0, pageSize);
        return new Page<>(
                shown, Cursor.of(Long.toString(shown.getLast().sequence())).encode());
    }

    private static long before(@Nullable String cursor) {
        try {
            return Cursor.decode(cursor, 1)
                    .map(place -> Long.parseLong(place.part(0)))
                    .orElse(Long.MAX_VALUE);
        } catch (NumberFormatException foreign) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST, "bad-cursor", "cursor: " + cursor + " (expected: one of this list)"));
        }
    }
}
