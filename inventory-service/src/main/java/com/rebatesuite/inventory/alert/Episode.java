package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.level.Supply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * One shortage of a level: its crossings from the one that left enough to the one that came back to it, as far as they
 * are known. Knowing more crossings never joins two episodes, because each names the supply before it.
 *
 * @param endedBefore the crossing that began the next episode, which proves that this one has ended
 */
record Episode(List<Crossed> crossings, @Nullable Crossed endedBefore) {

    Episode {
        crossings = List.copyOf(crossings);
    }

    /** The episodes of one level. Goods that are enough again after nobody knows what are none. */
    static List<Episode> of(SortedSet<Crossed> crossings) {
        var episodes = new ArrayList<Episode>();
        var open = new ArrayList<Crossed>();
        for (var crossed : crossings) {
            if (!open.isEmpty() && ends(open.getLast(), crossed)) {
                episodes.add(new Episode(open, crossed));
                open.clear();
            }
            open.add(crossed);
        }
        if (!open.isEmpty()) {
            episodes.add(new Episode(open, null));
        }
        return episodes.stream().filter(Episode::isShortage).toList();
    }

    boolean covers(long sequence) {
        return first().sequence() <= sequence && sequence <= last().sequence();
    }

    Crossed first() {
        return crossings.getFirst();
    }

    Crossed last() {
        return crossings.getLast();
    }

    /** The last crossing at which there was not enough. */
    Crossed lastShort() {
        return crossings.stream()
                .filter(crossed -> crossed.supply() != Supply.OK)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The last crossing at which it got worse: who acknowledged something earlier has not acknowledged this. */
    long worsenedAt() {
        return crossings.stream()
                .filter(crossed -> crossed.supply() == Supply.OUT)
                .mapToLong(Crossed::sequence)
                .max()
                .orElse(first().sequence());
    }

    /** When there was enough again; null while there is not. */
    @Nullable Instant clearedAt() {
        if (last().supply() == Supply.OK) {
            return last().at();
        }
        return endedBefore == null ? null : endedBefore.at();
    }

    private static boolean ends(Crossed earlier, Crossed later) {
        return earlier.supply() == Supply.OK || later.before() == Supply.OK;
    }

    private boolean isShortage() {
        return first().supply() != Supply.OK;
    }
}
