package com.rebatesuite.inventory.reconciliation;

import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Tally;
import com.rebatesuite.inventory.movement.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A level that is not what its evidence says.
 *
 * @param level what the level says
 * @param journal what its journal adds up to
 * @param reserved what the open reservations hold of it
 * @param last its last movements, newest first
 */
public record LevelBreak(LevelKey key, Tally level, Tally journal, long reserved, List<Entry> last) implements Break {

    public LevelBreak {
        last = List.copyOf(last);
    }

    @Override
    public Kind kind() {
        return level.units().equals(journal.units()) ? Kind.LEVEL_NOT_RESERVED : Kind.LEVEL_NOT_JOURNAL;
    }

    @Override
    public Remedy remedy() {
        return right().isPresent() ? Remedy.COMPENSATE : Remedy.NONE;
    }

    /** What the journal would say more: together with its sum it is what the level should be. */
    public Optional<Deltas> compensation() {
        return right().map(right -> right.minus(journal.units()));
    }

    Optional<StockCommand.Compensate> compensate(Origin origin) {
        return compensation().map(by -> new StockCommand.Compensate(origin, key, level, journal, by));
    }

    /**
     * What has an entry in the journal counts, what somebody has written beside it does not; only a journal that no
     * goods can be like is explained by what the level says. What is promised is held, whoever has written what.
     */
    private Optional<Deltas> right() {
        return Stream.of(journal, level)
                .map(Tally::units)
                .map(units -> new Deltas(units.onHand(), reserved, units.damaged(), units.shortfall()))
                .filter(LevelBreak::canBe)
                .findFirst();
    }

    private static boolean canBe(Deltas units) {
        return units.damaged() >= 0
                && units.shortfall() >= 0
                && units.held() >= 0
                && units.onHand() >= Math.addExact(units.held(), units.damaged());
    }
}
