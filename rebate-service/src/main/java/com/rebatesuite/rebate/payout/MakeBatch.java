package com.rebatesuite.rebate.payout;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.keyed.KeyReused;
import com.rebatesuite.rebate.keyed.SeenKeys;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts open withdrawals into a batch. Each is asked for by itself and the ledger decides, so that of two batches that want
 * the same one the first has it; what a batch that was cut off did not get stays open for the next.
 */
@Component
public class MakeBatch {

    private final Views views;
    private final Batches batches;
    private final OpenWithdrawals open;
    private final LedgerCommands commands;
    private final Awaiting awaiting;
    private final SeenKeys seenKeys;

    MakeBatch(
            Views views,
            Batches batches,
            OpenWithdrawals open,
            LedgerCommands commands,
            Awaiting awaiting,
            SeenKeys seenKeys) {
        this.views = views;
        this.batches = batches;
        this.open = open;
        this.commands = commands;
        this.awaiting = awaiting;
        this.seenKeys = seenKeys;
    }

    /** What became of it. */
    public sealed interface Answer {

        /** The batch as it stands; {@code again} if it was made before. */
        record Made(Batch batch, boolean again) implements Answer {}

        /** The ledger will hear of it for certain. */
        record Accepted(String batchId) implements Answer {}

        /** Nothing waits to be paid. */
        record NothingOpen() implements Answer {}
    }

    /**
     * Makes it once, however often an operator asks for it under this key.
     *
     * @throws KeyReused if the key is known to stand for another selection
     */
    public Answer make(IdempotencyKey key, String operator, Selection selection, Patience patience) {
        var batchId = key.idOf("payout-batch", operator, "");
        seenKeys.check(key, batchId, selection);
        return batches.find(batchId)
                .map(known -> again(key, known, selection))
                .orElseGet(() -> collect(batchId, selection, patience));
    }

    private static Answer again(IdempotencyKey key, Batch known, Selection selection) {
        if (!known.withdrawals().stream().allMatch(owned -> selection.fits(owned.value()))) {
            throw new KeyReused(key);
        }
        return new Answer.Made(known, true);
    }

    private Answer collect(String batchId, Selection selection, Patience patience) {
        var wanted = open.of(selection);
        if (wanted.isEmpty()) {
            return new Answer.NothingOpen();
        }
        commands.send(wanted.stream()
                .map(withdrawal -> WithdrawalBatched.of(withdrawal, batchId))
                .toList());
        seenKeys.remember(batchId, selection);
        return awaiting.see(patience, () -> outcome(batchId, wanted)).orElseGet(() -> new Answer.Accepted(batchId));
    }

    /** When all are in a batch, this one or another, and this one can be seen as a whole. */
    private Optional<Answer> outcome(String batchId, List<Owned<WithdrawalView>> wanted) {
        long ours = 0;
        for (var withdrawal : wanted) {
            var now = views.withdrawal(withdrawal.value().withdrawalId()).orElse(withdrawal);
            if (OpenWithdrawals.isOpen(now.value())) {
                return Optional.empty();
            }
            ours += batchId.equals(now.value().batchId()) ? 1 : 0;
        }
        return ours == 0 ? Optional.of(new Answer.NothingOpen()) : made(batchId, ours);
    }

    private Optional<Answer> made(String batchId, long withdrawals) {
        return batches.find(batchId)
                .filter(batch -> batch.withdrawals().size() >= withdrawals)
                .map(batch -> new Answer.Made(batch, false));
    }
}
