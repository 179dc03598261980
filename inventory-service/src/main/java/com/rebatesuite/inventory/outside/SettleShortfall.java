package com.rebatesuite.inventory.outside;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.Reason;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Closes a shortfall that no receipt will ever settle, by somebody's decision. */
@Component
public class SettleShortfall {

    private final GroupCommit commit;

    SettleShortfall(GroupCommit commit) {
        this.commit = commit;
    }

    /**
     * Takes so many units off the shortfall; nothing else of the level moves.
     *
     * @throws LessIsShort if the level is not short of so many
     */
    public Movement settle(Origin origin, LevelKey key, long units, boolean dryRun) {
        var settled = new TreeMap<>(Map.of(key, new Deltas(0, 0, 0, -units)));
        return switch (commit.decide(new StockCommand.Move(origin, Reason.COMPENSATION, settled, dryRun))) {
            case Outcome.Booked booked -> booked.movements().getFirst();
            case Outcome.NotFree notFree ->
                throw new LessIsShort(key, units, notFree.level().shortfall());
            default -> throw new IllegalStateException("a movement has an outcome that no movement can have");
        };
    }

    /** The level is short of fewer units than are to be settled. */
    public static final class LessIsShort extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final long shortfall;

        LessIsShort(LevelKey key, long asked, long shortfall) {
            super("quantity: " + asked + " (expected: at most the shortfall of " + key.sku() + " at " + key.location()
                    + ", " + shortfall + ")");
            this.shortfall = shortfall;
        }

        /** Units of which it is short. */
        public long shortfall() {
            return shortfall;
        }
    }
}
