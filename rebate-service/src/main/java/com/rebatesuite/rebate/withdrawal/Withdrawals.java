package com.rebatesuite.rebate.withdrawal;

import com.rebatesuite.platform.paging.BadCursor;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A shopper's withdrawals, newest first. Their ids say nothing about time, so all are read: up to {@value #MOST}. */
@Component
public class Withdrawals {

    private static final int MOST = 2_000;
    private static final int CHUNK = 200;
    private static final Comparator<WithdrawalView> NEWEST_FIRST = Comparator.comparing(WithdrawalView::requestedAt)
            .thenComparing(WithdrawalView::withdrawalId)
            .reversed();

    private final Views views;

    Withdrawals(Views views) {
        this.views = views;
    }

    /** One of this shopper. */
    public Optional<WithdrawalView> find(String userId, String withdrawalId) {
        return views.withdrawal(withdrawalId)
                .filter(owned -> owned.userId().equals(userId))
                .map(Owned::value);
    }

    /** Up to {@code size} of them, after the one that the cursor names. */
    public Page<WithdrawalView> page(String userId, @Nullable String cursor, int size) {
        var last = Cursor.decode(cursor, 1).map(place -> place.part(0));
        var rest = last.isEmpty() ? newestFirst(userId) : after(cursor, last.get(), newestFirst(userId));
        if (rest.size() <= size) {
            return new Page<>(rest, null);
        }
        var shown = rest.subList(0, size);
        return new Page<>(shown, Cursor.of(shown.getLast().withdrawalId()).encode());
    }

    private static List<WithdrawalView> after(@Nullable String cursor, String lastId, List<WithdrawalView> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).withdrawalId().equals(lastId)) {
                return all.subList(i + 1, all.size());
            }
        }
        throw new BadCursor(String.valueOf(cursor));
    }

    private List<WithdrawalView> newestFirst(String userId) {
        var all = new ArrayList<WithdrawalView>();
        for (@Nullable String before = null;
                all.size() < MOST;
                before = all.getLast().withdrawalId()) {
            var chunk = views.withdrawals(userId, before, CHUNK);
            chunk.stream().map(Owned::value).forEach(all::add);
            if (chunk.size() < CHUNK) {
                break;
            }
        }
        return all.stream().sorted(NEWEST_FIRST).toList();
    }
}
