package com.rebatesuite.rebate.keyed;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What this replica was asked for lately, by id, up to {@value #MOST} requests: tells a caller who uses a key twice for
 * different things. Nothing depends on it: for the ledger the first of two requests of one id counts, whatever it says.
 */
@Component
public class SeenKeys {

    static final int MOST = 10_000;

    private final Map<String, Object> seen = new LinkedHashMap<>();

    /**
     * Lets pass what is new or the same.
     *
     * @throws KeyReused if the id is known to stand for something else
     */
    public synchronized void check(IdempotencyKey key, String id, Object asked) {
        if (!seen.getOrDefault(id, asked).equals(asked)) {
            throw new KeyReused(key);
        }
    }

    /** Remembers what the id stands for; the oldest is forgotten. */
    public synchronized void remember(String id, Object asked) {
        seen.putIfAbsent(id, asked);
        if (seen.size() > MOST) {
            seen.remove(seen.keySet().iterator().next());
        }
    }
}
