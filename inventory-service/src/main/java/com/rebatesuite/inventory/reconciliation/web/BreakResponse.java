package com.rebatesuite.inventory.reconciliation.web;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.Tally;
import com.rebatesuite.inventory.reconciliation.Finding;
import com.rebatesuite.inventory.reconciliation.HoldBreak;
import com.rebatesuite.inventory.reconciliation.LevelBreak;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two sides that do not fit together: what each of them says, what would put it right, and what was decided. */
record BreakResponse(
        int number,
        String kind,
        @Nullable String sku,
        @Nullable String location,
        @Nullable UUID orderId,
        @Nullable LevelEvidence level,
        @Nullable HoldEvidence hold,
        ProposalResponse proposal,
        String status,
        @Nullable VerdictResponse decided) {

    static BreakResponse of(Finding finding) {
        return switch (finding.found()) {
            case LevelBreak level ->
                of(finding, level.key().sku(), level.key().location(), null, LevelEvidence.of(level), null);
            case HoldBreak hold -> of(finding, null, null, hold.orderId(), null, HoldEvidence.of(hold));
        };
    }

    private static BreakResponse of(
            Finding finding,
            @Nullable String sku,
            @Nullable String location,
            @Nullable UUID orderId,
            @Nullable LevelEvidence level,
            @Nullable HoldEvidence hold) {
        var verdict = finding.verdict();
        return new BreakResponse(
                finding.number(),
                finding.found().kind().wire(),
                sku,
                location,
                orderId,
                level,
                hold,
                ProposalResponse.of(finding),
                verdict == null ? "open" : verdict.ruling().wire(),
                verdict == null ? null : new VerdictResponse(verdict.actor(), verdict.at(), verdict.reason()));
    }

    /** What approving it does: a compensating movement of so many units, or a command for the reservation. */
    record ProposalResponse(String action, @Nullable UnitsResponse movement) {

        static ProposalResponse of(Finding finding) {
            var movement = finding.found() instanceof LevelBreak level
                    ? level.compensation().map(UnitsResponse::of).orElse(null)
                    : null;
            return new ProposalResponse(finding.found().remedy().wire(), movement);
        }
    }

    /** Units by what has become of them. */
    record UnitsResponse(long onHand, long held, long damaged, long shortfall) {

        static UnitsResponse of(Deltas units) {
            return new UnitsResponse(units.onHand(), units.held(), units.damaged(), units.shortfall());
        }
    }

    /** Units as the movement of that sequence left them. */
    record TallyResponse(UnitsResponse units, long sequence) {

        static TallyResponse of(Tally tally) {
            return new TallyResponse(UnitsResponse.of(tally.units()), tally.sequence());
        }
    }

    /** By whom, when and why. */
    record VerdictResponse(String actor, Instant at, String reason) {}
}
