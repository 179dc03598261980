package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reservation.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Collects the movements of one decision; each starts from the level its predecessor left. */
final class Moves {

    private final Stock stock;
    private final Moment moment;
    private final Origin origin;
    private final Map<LevelKey, StockLevel> levels = new HashMap<>();
    private final List<Movement> movements = new ArrayList<>();

    Moves(Stock stock, Moment moment, Origin origin) {
        this.stock = stock;
        this.moment = moment;
        this.origin = origin;
    }

    Moves add(Reason reason, List<Line> lines, LongFunction<Deltas> deltas) {
        lines.forEach(line -> add(reason, line.key(), deltas.apply(line.quantity())));
        return this;
    }

    Moves add(Reason reason, LevelKey key, Deltas deltas) {
        return add(reason, levels.getOrDefault(key, stock.levelOrNone(key)).moved(deltas), deltas);
    }

    Moves add(Reason reason, StockLevel after, Deltas deltas) {
        levels.put(after.key(), after);
        movements.add(new Movement(moment.ids().get(), reason, origin, deltas, after, moment.now()));
        return this;
    }

    List<Movement> made() {
        return movements;
    }
}
