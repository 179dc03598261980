package com.rebatesuite.rebate.payout;

import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import com.rebatesuite.rebate.view.WithdrawalView;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the ledger what became of one payout. A failed one returns its money once, however often it is said to fail. */
@Component
public class NotePayout {

    private static final Logger LOG = LoggerFactory.getLogger(NotePayout.class);

    private final Views views;
    private final LedgerCommands commands;
    private final MeterRegistry meters;

    NotePayout(Views views, LedgerCommands commands, MeterRegistry meters) {
        this.views = views;
        this.commands = commands;
        this.meters = meters;
    }

    /** What it meant; empty if there is no such withdrawal. When it is news, the ledger will hear of it for certain. */
    public Optional<Verdict> note(String withdrawalId, Outcome outcome) {
        return views.withdrawal(withdrawalId).map(withdrawal -> note(withdrawal, outcome));
    }

    private Verdict note(Owned<WithdrawalView> withdrawal, Outcome outcome) {
        var verdict = Verdict.of(outcome, withdrawal.value());
        meters.counter("rebates.payouts.noted", "verdict", verdict.name().toLowerCase(Locale.ROOT))
                .increment();
        if (verdict == Verdict.NEWS) {
            commands.send(outcome.command(withdrawal));
        }
        if (verdict == Verdict.CONTRADICTION) {
            LOG.warn(
                    "withdrawal {} is said to be {}, and is {}: nothing is booked, somebody has to look",
                    withdrawal.value().withdrawalId(),
                    outcome.state(),
                    withdrawal.value().state());
        }
        return verdict;
    }
}
