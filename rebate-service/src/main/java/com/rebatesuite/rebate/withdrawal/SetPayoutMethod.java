package com.rebatesuite.rebate.withdrawal;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.view.PayoutMethodView;
import com.rebatesuite.rebate.view.Views;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the ledger where a shopper wants his money; what is there already is no change, and does not rest anew. */
@Component
public class SetPayoutMethod {

    private final Views views;
    private final LedgerCommands commands;
    private final Awaiting awaiting;
    private final Clock clock;

    SetPayoutMethod(Views views, LedgerCommands commands, Awaiting awaiting, Clock clock) {
        this.views = views;
        this.commands = commands;
        this.awaiting = awaiting;
        this.clock = clock;
    }

    /** The method as it stands then; empty if the ledger will hear of it for certain, but has not said so yet. */
    public Optional<PayoutMethodView> set(String userId, PayoutMethod method, Patience patience) {
        commands.send(PayoutMethodSet.of(userId, method, clock.instant()));
        return awaiting.see(patience, () -> of(userId).filter(known -> says(known, method)));
    }

    /** Where a shopper wants his money. */
    public Optional<PayoutMethodView> of(String userId) {
        return views.payoutMethod(userId).map(owned -> owned.value());
    }

    private static boolean says(PayoutMethodView known, PayoutMethod method) {
        return known.kind().equals(method.kind())
                && known.account().equals(method.account())
                && known.holder().equals(method.holder());
    }
}
