package com.rebatesuite.rebate.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the ledger makes of an input. */
public sealed interface Decision {

    /**
     * The account has a new version: what to remember and to tell the world.
     *
     * @param drawn minor units taken from campaign budgets, by rule
     * @param expiries when money that the decision made available expires
     */
    record Booked(Recording recording, Map<String, Long> drawn, Set<Instant> expiries) implements Decision {

        public Booked {
            drawn = Map.copyOf(drawn);
            expiries = Set.copyOf(expiries);
        }
    }

    /** Nothing to tell, but it will matter later. */
    record Remembered(List<State> changed) implements Decision {

        public Remembered {
            changed = List.copyOf(changed);
        }
    }

    /**
     * It cannot be decided with the budgets at hand.
     *
     * @param missing minor units by rule
     */
    record Waiting(Map<String, Long> missing) implements Decision {

        public Waiting {
            missing = Map.copyOf(missing);
        }
    }

    /** A repeat, or a fact without consequences. */
    record Ignored(String reason) implements Decision {}

    /** The input contradicts what the ledger knows: somebody has to look at it. */
    record Refused(String reason) implements Decision {}
}
