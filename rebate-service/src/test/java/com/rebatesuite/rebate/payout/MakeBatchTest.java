package com.rebatesuite.rebate.payout;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.command.AwaitingFixture;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.keyed.SeenKeys;
import com.rebatesuite.rebate.payout.MakeBatch.Answer;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.withdrawal.WithdrawalLedger;
import com.rebatesuite.rebate.withdrawal.WithdrawalRequested;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MakeBatchTest {

    private static final Patience SHORT = new Patience(Duration.ofMillis(20));
    private static final Selection ALL = new Selection(null, null, 500);

    private final WithdrawalLedger ledger = new WithdrawalLedger();
    private final Batches batches = new Batches(ledger.views);

    /** Whoever asks, and however many at once: nothing is paid with two batches. */
    @Test
    void putsEachWithdrawalIntoOneBatchThoughManyWantIt() throws InterruptedException {
        var all = withdrawals(120);
        List<Callable<Answer>> tasks = IntStream.range(0, 10)
                .<Callable<Answer>>mapToObj(i -> () -> replica().make(key(i), "olga", ALL, Patience.USUAL))
                .toList();

        var batched = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(tasks);
        }
        for (int i = 0; i < 10; i++) {
            batches.find(key(i).idOf("payout-batch", "olga", ""))
                    .ifPresent(batch -> batch.withdrawals()
                            .forEach(owned -> batched.add(owned.value().withdrawalId())));
        }

        assertThat(batched).containsExactlyInAnyOrderElementsOf(all);
    }

    /** Killed after some of the commands: the same key finds what is there, and the rest waits for the next batch. */
    @Test
    void losesNothingOfABatchThatWasCutOff() {
        var all = withdrawals(3);
        var batchId = key(1).idOf("payout-batch", "olga", "");
        ledger.commands.send(
                WithdrawalBatched.of(ledger.views.withdrawal(all.getFirst()).orElseThrow(), batchId));

        var again = replica().make(key(1), "olga", ALL, SHORT);
        var next = replica().make(key(2), "olga", ALL, SHORT);

        assertThat(again)
                .isInstanceOfSatisfying(
                        Answer.Made.class,
                        made -> assertThat(made.batch().withdrawals()).hasSize(1));
        assertThat(next)
                .isInstanceOfSatisfying(
                        Answer.Made.class,
                        made -> assertThat(made.batch().withdrawals()).hasSize(2));
    }

    @Test
    void goesOnWithTheSameBatchWhenTheViewsWereLate() {
        withdrawals(3);
        ledger.isLate();
        var accepted = replica().make(key(1), "olga", ALL, SHORT);
        assertThat(replica().make(key(1), "olga", ALL, SHORT)).isEqualTo(accepted);
        ledger.catchesUp();

        assertThat(replica().make(key(1), "olga", ALL, SHORT))
                .isInstanceOfSatisfying(
                        Answer.Made.class,
                        made -> assertThat(made.batch().withdrawals()).hasSize(3));
    }

    /** Another replica remembers nothing of what this one was asked. */
    private MakeBatch replica() {
        return new MakeBatch(
                ledger.views,
                batches,
                new OpenWithdrawals(ledger.views, ledger.clock()),
                ledger.commands,
                AwaitingFixture.awaiting(),
                new SeenKeys());
    }

    private List<String> withdrawals(int count) {
        ledger.rich("ada", 1_000_000);
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var wanted = WithdrawalRequested.of(key(i), "ada", new MoneyView("GBP", 1000), WithdrawalLedger.NOW);
            ledger.commands.send(wanted);
            ids.add(wanted.withdrawalId());
        }
        return ids;
    }

    private static IdempotencyKey key(int number) {
        return new IdempotencyKey("key-" + number);
    }
}
