package com.rebatesuite.deploy.ledger;

import com.rebatesuite.deploy.ledger.Decision.Entry;
import java.util.Map;
import java.util.Set;

/** Which kind of entry may move money from where to where. */
final class Moves {

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("earned", Set.of("house>estimated")),
            Map.entry("confirmed", Set.of("estimated>confirmed")),
            Map.entry("released", Set.of("confirmed>available")),
            Map.entry("reversed", Set.of("estimated>house", "confirmed>house")),
            Map.entry("rejected", Set.of("estimated>house", "confirmed>house")),
            Map.entry(
                    "amended",
                    Set.of(
                            "house>estimated",
                            "house>confirmed",
                            "house>available",
                            "estimated>house",
                            "confirmed>house")),
            Map.entry("clawed-back", Set.of("available>house", "owed>house")),
            Map.entry("offset", Set.of("available>owed")),
            Map.entry("expired", Set.of("available>house")),
            Map.entry("reserved", Set.of("available>reserved")),
            Map.entry("paid", Set.of("reserved>paid")),
            Map.entry("returned", Set.of("reserved>available")),
            Map.entry("adjusted", Set.of("house>available", "available>house")),
            Map.entry("granted", Set.of("house>available")));

    private Moves() {}

    static boolean allowed(Entry entry) {
        return ALLOWED.getOrDefault(entry.kind(), Set.of()).contains(entry.from() + ">" + entry.to());
    }
}
