package com.rebatesuite.inventory.reconciliation;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.reconciliation.Finding.Ruling;
import com.rebatesuite.inventory.reconciliation.Finding.Verdict;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a break right, or leaves it, because an operator says so. */
@Component
public class SettleBreak {

    private final Reconciliations reconciliations;
    private final SettleHold settleHold;
    private final GroupCommit commit;
    private final Clock clock;

    SettleBreak(Reconciliations reconciliations, SettleHold settleHold, GroupCommit commit, Clock clock) {
        this.reconciliations = reconciliations;
        this.settleHold = settleHold;
        this.commit = commit;
        this.clock = clock;
    }

    /**
     * Does what the break proposes, through the books like everything else.
     *
     * @throws OrdersUnavailable if it has to be compared again and the owner of the orders is away
     */
    @Transactional
    public Settled approve(UUID id, int number, String actor, String reason) {
        return decide(id, number, new Verdict(Ruling.APPROVED, actor, clock.instant(), reason));
    }

    /** Leaves it as it is: somebody knows better. */
    @Transactional
    public Settled reject(UUID id, int number, String actor, String reason) {
        return decide(id, number, new Verdict(Ruling.REJECTED, actor, clock.instant(), reason));
    }

    private Settled decide(UUID id, int number, Verdict verdict) {
        var finding = reconciliations.lock(id, number).orElse(null);
        if (finding == null) {
            return new Settled.Unknown();
        }
        var before = finding.verdict();
        if (before != null) {
            return before.ruling() == verdict.ruling() ? new Settled.Done(finding) : new Settled.Decided(finding);
        }
        var applied = verdict.ruling() == Ruling.REJECTED
                ? new Settled.Done(finding)
                : apply(finding, new Origin(cause(id, number), cause(id, number), verdict.actor(), verdict.reason()));
        if (!(applied instanceof Settled.Done)) {
            return applied;
        }
        reconciliations.decide(id, number, verdict);
        return new Settled.Done(finding.with(verdict));
    }

    private Settled apply(Finding finding, Origin origin) {
        return switch (finding.found()) {
            case LevelBreak level ->
                level.compensate(origin).map(command -> book(finding, command)).orElseGet(Settled.NothingProposed::new);
            case HoldBreak hold -> settleHold.apply(finding, hold, origin.actor());
        };
    }

    private Settled book(Finding finding, StockCommand.Compensate command) {
        return switch (commit.decide(command)) {
            case Outcome.Booked booked -> new Settled.Done(finding);
            case Outcome.Stale stale ->
                new Settled.Outdated("sequence of " + stale.key().sku() + " at "
                        + stale.key().location() + ": " + stale.actual() + " (expected: " + stale.expected()
                        + ", with the units of the report)");
            default -> throw new IllegalStateException("unexpected answer to " + command);
        };
    }

    /** The cause makes a repeat after a crash harmless: the books know it. */
    private static String cause(UUID id, int number) {
        return "reconciliation/" + id + "/" + number;
    }
}
