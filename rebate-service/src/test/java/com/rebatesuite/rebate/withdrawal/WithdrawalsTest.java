package com.rebatesuite.rebate.withdrawal;

import static com.rebatesuite.rebate.withdrawal.WithdrawalLedger.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.platform.paging.BadCursor;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WithdrawalsTest {

    private final WithdrawalLedger ledger = new WithdrawalLedger();
    private final Withdrawals withdrawals = new Withdrawals(ledger.views);

    /** Their ids are hashes: without a look at the time the order would be any. */
    @Test
    void showsTheNewestFirstWhateverTheirIds() {
        ledger.rich("ada", 100_000);
        for (int i = 0; i < 250; i++) {
            withdraw("ada", "key-" + i, NOW.plusSeconds(i));
        }

        var seen = new ArrayList<Instant>();
        @Nullable String cursor = null;
        do {
            var page = withdrawals.page("ada", cursor, 100);
            page.items().stream().map(WithdrawalView::requestedAt).forEach(seen::add);
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen)
                .hasSize(250)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates();
    }

    @Test
    void showsNobodyElses() {
        ledger.rich("ada", 1000);
        var id = withdraw("ada", "key", NOW);

        assertThat(withdrawals.find("ada", id)).isPresent();
        assertThat(withdrawals.find("bob", id)).isEmpty();
        assertThat(withdrawals.page("bob", null, 10).items()).isEmpty();
    }

    @Test
    void refusesACursorOfAnotherList() {
        assertThatThrownBy(() -> withdrawals.page("ada", "bm90LW9uZQ", 10)).isInstanceOf(BadCursor.class);
    }

    private String withdraw(String user, String key, Instant at) {
        var wanted = WithdrawalRequested.of(new IdempotencyKey(key), user, new MoneyView("GBP", 10), at);
        ledger.commands.send(wanted);
        return wanted.withdrawalId();
    }
}
