package com.rebatesuite.rebate.payout;

import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is held and in no batch yet. */
@Component
class OpenWithdrawals {

    private final Views views;
    private final Clock clock;

    OpenWithdrawals(Views views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /** The oldest days first: nobody waits longer than who came after him. */
    List<Owned<WithdrawalView>> of(Selection selection) {
        var found = new ArrayList<Owned<WithdrawalView>>();
        var days = selection.days(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        for (var day = days.from(); !day.isAfter(days.to()) && found.size() < selection.most(); day = day.plusDays(1)) {
            ofDay(day, selection.most(), found);
        }
        return found.subList(0, Math.min(found.size(), selection.most()));
    }

    private void ofDay(LocalDate day, int most, List<Owned<WithdrawalView>> found) {
        @Nullable String last = null;
        List<Owned<WithdrawalView>> chunk;
        do {
            chunk = views.withdrawalsOfDay(day, last, Batches.CHUNK);
            chunk.stream().filter(owned -> isOpen(owned.value())).forEach(found::add);
            last = chunk.isEmpty() ? last : chunk.getLast().value().withdrawalId();
        } while (chunk.size() == Batches.CHUNK && found.size() < most);
    }

    static boolean isOpen(WithdrawalView withdrawal) {
        return withdrawal.state().equals("held") && withdrawal.batchId() == null;
    }
}
