package com.rebatesuite.rebate.simulation;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/** The things seen last: a repeat in the log comes soon after the first, from an outbox or a producer that tried again. */
final class Recent {

    private static final int MOST = 100_000;

    private final Queue<String> inOrder = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    /** Whether it was not seen before. */
    boolean first(String thing) {
        if (!seen.add(thing)) {
            return false;
        }
        inOrder.add(thing);
        if (inOrder.size() > MOST) {
            seen.remove(inOrder.remove());
        }
        return true;
    }
}
