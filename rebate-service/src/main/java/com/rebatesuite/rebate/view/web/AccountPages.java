package com.rebatesuite.rebate.view.web;

import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.TooManyEntries;
import com.rebatesuite.rebate.view.Views;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What shoppers read of their own account and operators of anybody's. */
@Component
class AccountPages {

    static final int MOST = 200;
    static final int MOST_OF_STATEMENT = 5_000;

    private final Views views;
    private final Clock clock;

    AccountPages(Views views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    AccountView balance(String userId, @Nullable Instant at) {
        return at == null ? views.account(userId) : views.accountAt(userId, at);
    }

    /** Newest first. The cursor is the number of the last entry shown, and what is new does not move the pages. */
    Page<EntryResponse> entries(
            String userId, @Nullable Period period, @Nullable Instant at, @Nullable String cursor, int pageSize) {
        if (pageSize < 1 || pageSize > MOST) {
            throw badRequest("bad-page-size", "page_size: " + pageSize + " (expected: 1.." + MOST + ")");
        }
        var asked = at == null ? period : new Period(Instant.EPOCH, at);
        long before = before(cursor);
        var found = asked == null
                ? views.entries(userId, before, pageSize + 1)
                : views.entriesBetween(userId, asked.from(), asked.to(), before, pageSize + 1);
        var entries = found.stream().map(EntryResponse::of).toList();
        if (entries.size() <= pageSize) {
            return new Page<>(entries, null);
        }
        var shown = entries.subList(0, pageSize);
        return new Page<>(
                shown, Cursor.of(Long.toString(shown.getLast().sequence())).encode());
    }

    StatementResponse statement(String userId, Period period) {
        try {
            var statement = views.statement(userId, period.from(), period.to(), MOST_OF_STATEMENT);
            return StatementResponse.of(period, statement);
        } catch (TooManyEntries tooMany) {
            throw badRequest("period-too-long", String.valueOf(tooMany.getMessage()));
        }
    }

    /** From the beginning, or until now, where an end is not said; none at all when neither is. */
    @Nullable Period period(@Nullable Instant from, @Nullable Instant to) {
        if (from == null && to == null) {
            return null;
        }
        var period = new Period(from == null ? Instant.EPOCH : from, to == null ? clock.instant() : to);
        if (period.from().isAfter(period.to())) {
            throw badRequest("bad-period", "from: " + period.from() + " (expected: not after to, " + period.to() + ")");
        }
        return period;
    }

    Period always() {
        return new Period(Instant.EPOCH, clock.instant());
    }

    /** Both ends included. */
    record Period(Instant from, Instant to) {}

    private static long before(@Nullable String cursor) {
        try {
            return Cursor.decode(cursor, 1)
                    .map(place -> Long.parseLong(place.part(0)))
                    .orElse(Long.MAX_VALUE);
        } catch (NumberFormatException foreign) {
            throw badRequest("bad-cursor", "cursor: " + cursor + " (expected: one of this list)");
        }
    }

    private static RuntimeException badRequest(String code, String detail) {
        return Problems.refusal(Problems.of(HttpStatus.BAD_REQUEST, code, detail));
    }
}
