package com.rebatesuite.rebate.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Only those in a state; all of them if none is said. A misspelt one is refused: an empty list would say there are none. */
public record StateFilter(@Nullable String state) {

    /** Refuses a state in which nothing ever is. */
    public static StateFilter of(@Nullable String state, List<String> known) {
        if (state != null && !known.contains(state)) {
            throw BadPage.state(state, known);
        }
        return new StateFilter(state);
    }

    /** Whether something in that state belongs to the list. */
    public boolean takes(String other) {
        return state == null || state.equals(other);
    }
}
