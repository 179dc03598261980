package com.rebatesuite.rebate.withdrawal;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.keyed.KeyReused;
import com.rebatesuite.rebate.view.Views;
import com.rebatesuite.rebate.view.WithdrawalView;
import org.springframework.stereotype.Component;

/**
 * Tells the ledger that a shopper wants money. The ledger remembers every withdrawal by its id, and so is what makes a
 * request count once: before its command is durable nothing has happened, and after that only the answer can be lost.
 */
@Component
public class RequestWithdrawal {

    private final Views views;
    private final LedgerCommands commands;
    private final Awaiting awaiting;
    private final WithdrawalCheck check;

    RequestWithdrawal(Views views, LedgerCommands commands, Awaiting awaiting, WithdrawalCheck check) {
        this.views = views;
        this.commands = commands;
        this.awaiting = awaiting;
        this.check = check;
    }

    /** What became of it. */
    public sealed interface Answer {

        /** The money is held, or was; {@code again} if another request of the same key came before this one. */
        record Held(WithdrawalView withdrawal, boolean again) implements Answer {}

        /** The ledger has refused it. */
        record Refused(Refusal refusal, boolean again) implements Answer {}

        /** The ledger will hear of it for certain. */
        record Accepted(String withdrawalId) implements Answer {}

        /** It would be held; of a dry run only. */
        record Possible() implements Answer {}
    }

    /**
     * Requests it once, however often.
     *
     * @throws KeyReused if the key stands for another request
     */
    public Answer request(IdempotencyKey key, WithdrawalRequested wanted, Patience patience) {
        return views.withdrawal(wanted.withdrawalId())
                .map(known -> answer(key, wanted, known.value()))
                .orElseGet(() -> tell(key, wanted, patience));
    }

    /**
     * The answer there would be, without asking the ledger.
     *
     * @throws KeyReused if the key stands for another request
     */
    public Answer tryOut(IdempotencyKey key, WithdrawalRequested wanted) {
        return views.withdrawal(wanted.withdrawalId())
                .map(known -> answer(key, wanted, known.value()))
                .or(() -> check.refusal(wanted).map(refusal -> new Answer.Refused(refusal, false)))
                .orElseGet(Answer.Possible::new);
    }

    private Answer tell(IdempotencyKey key, WithdrawalRequested wanted, Patience patience) {
        commands.send(wanted);
        return awaiting.see(patience, () -> views.withdrawal(wanted.withdrawalId()))
                .map(seen -> answer(key, wanted, seen.value()))
                .orElseGet(() -> new Answer.Accepted(wanted.withdrawalId()));
    }

    private static Answer answer(IdempotencyKey key, WithdrawalRequested wanted, WithdrawalView seen) {
        if (!wanted.says(seen)) {
            throw new KeyReused(key);
        }
        // The ledger keeps the time of the request that came first: this one, unless it says another.
        boolean again = !seen.requestedAt().equals(wanted.requestedAt());
        return seen.state().equals("refused")
                ? new Answer.Refused(Refusal.of(seen), again)
                : new Answer.Held(seen, again);
    }
}
