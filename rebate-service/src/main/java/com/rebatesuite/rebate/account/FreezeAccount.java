package com.rebatesuite.rebate.account;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.view.FrozenView;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Freezes an account or lets it go. Anybody's: also of a shopper of whom nothing is known yet. The ledger is told even
 * when the view shows what is wanted, as the view may be behind what somebody else has just said.
 */
@Component
public class FreezeAccount {

    private final Views views;
    private final LedgerCommands commands;
    private final Awaiting awaiting;

    FreezeAccount(Views views, LedgerCommands commands, Awaiting awaiting) {
        this.views = views;
        this.commands = commands;
        this.awaiting = awaiting;
    }

    /** What is known of the account; empty if it never was frozen. */
    public Optional<FrozenView> state(String userId) {
        return views.frozen(userId).map(Owned::value);
    }

    /** Freezes it; empty if the outcome is not to be seen yet. */
    public Optional<FrozenView> freeze(String userId, String reason, String by, Patience patience) {
        return tell(new AccountFrozen(userId, reason, by), true, patience);
    }

    /** Lets it go; empty if the outcome is not to be seen yet. */
    public Optional<FrozenView> unfreeze(String userId, String reason, String by, Patience patience) {
        return tell(new AccountUnfrozen(userId, reason, by), false, patience);
    }

    private Optional<FrozenView> tell(LedgerCommand command, boolean frozen, Patience patience) {
        commands.send(command);
        return awaiting.see(patience, () -> state(command.userId()).filter(state -> state.frozen() == frozen));
    }
}
