package com.rebatesuite.rebate.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.ledger.Lot;
import com.rebatesuite.rebate.ledger.Lots;
import com.rebatesuite.rebate.ledger.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentRowsTest {

    private static final int MOST = 20;

    private final Map<String, State> stored = new HashMap<>();
    private final List<String> loaded = new ArrayList<>();
    private final RecentRows recent = new RecentRows(MOST);

    @Test
    void asksTheStoreOnceForWhatIsUsedAgain() {
        stored.put("a", lots(3));

        assertThat(recent.get("a", this::load)).isEqualTo(lots(3));
        assertThat(recent.get("a", this::load)).isEqualTo(lots(3));
        assertThat(recent.get("nothing", this::load)).isNull();
        assertThat(recent.get("nothing", this::load)).isNull();

        assertThat(loaded).containsExactly("a", "nothing");
    }

    @Test
    void letsGoOfWhatIsLargerThanAllItMayKeep() {
        recent.put("small", lots(1));
        recent.put("large", lots(MOST));

        assertThat(recent.size()).isZero();
    }

    /** Whatever is read and written in whatever sizes: the answers are the store's, and the bound holds. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdsWhatTheStoreHoldsWithinItsBound(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            var key = "row-" + random.nextInt(30);
            if (random.nextBoolean()) {
                var state = lots(random.nextInt(8));
                stored.put(key, state);
                recent.put(key, state);
            }
            assertThat(recent.get(key, this::load)).isEqualTo(stored.get(key));
            assertThat(recent.size()).isBetween(0, MOST);
        }
    }

    private @Nullable State load(String key) {
        loaded.add(key);
        return stored.get(key);
    }

    private static Lots lots(int number) {
        return new Lots(
                "GBP",
                IntStream.range(0, number)
                        .mapToObj(lot -> new Lot(lot + 1, 100, Instant.EPOCH, null))
                        .toList());
    }
}
