package com.rebatesuite.inventory.reconciliation.web;

import com.rebatesuite.inventory.reconciliation.Entry;
import com.rebatesuite.inventory.reconciliation.LevelBreak;
import com.rebatesuite.inventory.reconciliation.web.BreakResponse.TallyResponse;
import com.rebatesuite.inventory.reconciliation.web.BreakResponse.UnitsResponse;
import java.time.Instant;
import java.util.List;

/** What a level says, what its journal adds up to, what reservations hold of it, and its last movements. */
record LevelEvidence(TallyResponse level, TallyResponse journal, long reserved, List<EntryResponse> lastMovements) {

    static LevelEvidence of(LevelBreak found) {
        return new LevelEvidence(
                TallyResponse.of(found.level()),
                TallyResponse.of(found.journal()),
                found.reserved(),
                found.last().stream().map(EntryResponse::of).toList());
    }

    /** A movement. */
    record EntryResponse(
            long sequence, String reason, String cause, String actor, UnitsResponse deltas, Instant recordedAt) {

        static EntryResponse of(Entry entry) {
            return new EntryResponse(
                    entry.sequence(),
                    entry.reason().wire(),
                    entry.cause(),
                    entry.actor(),
                    UnitsResponse.of(entry.deltas()),
                    entry.recordedAt());
        }
    }
}
