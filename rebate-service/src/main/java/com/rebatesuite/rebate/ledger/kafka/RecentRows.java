package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.ledger.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one partition that were used last, as objects; also that there is no such row. Bounded by their size and not by
 * their number: an order has up to a thousand lines.
 */
final class RecentRows {

    private final Map<String, Optional<State>> rows = new LinkedHashMap<>(64, 0.75f, true);
    private final int most;
    private int size;

    RecentRows(int most) {
        this.most = most;
    }

    @Nullable State get(String key, Function<String, @Nullable State> load) {
        var known = rows.get(key);
        if (known == null) {
            known = Optional.ofNullable(load.apply(key));
            keep(key, known);
        }
        return known.orElse(null);
    }

    void put(String key, State state) {
        keep(key, Optional.of(state));
    }

    int size() {
        return size;
    }

    private void keep(String key, Optional<State> row) {
        var before = rows.put(key, row);
        size += size(row) - (before == null ? 0 : size(before));
        var eldest = rows.entrySet().iterator();
        while (size > most && eldest.hasNext()) {
            size -= size(eldest.next().getValue());
            eldest.remove();
        }
    }

    private static int size(Optional<State> row) {
        return row.map(State::size).orElse(1);
    }
}
