package com.rebatesuite.analytics.behaviour;

import java.util.List;

/** What became of one reported event. */
public sealed interface Checked {

    /** It is good. */
    record Good(BehaviourEvent event) implements Checked {}

    /** The same batch has it already. */
    record Repeated(String eventId) implements Checked {}

    /** It is not an event; each reason names what was sent and what was expected. {@code eventId} may be empty. */
    record Bad(String eventId, List<String> reasons) implements Checked {

        public Bad {
            reasons = List.copyOf(reasons);
        }
    }
}
