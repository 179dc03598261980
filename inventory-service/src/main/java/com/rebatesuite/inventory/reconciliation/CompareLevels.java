package com.rebatesuite.inventory.reconciliation;

import static java.util.stream.Collectors.toSet;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.level.Tally;
import com.rebatesuite.inventory.movement.Journal;
import com.rebatesuite.inventory.view.Levels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Compares levels with their journal and with what is promised of them. */
@Component
public class CompareLevels {

    private static final int LAST = 5;

    private final Journal journal;
    private final Levels levels;

    CompareLevels(Journal journal, @Qualifier("bookLevels") Levels levels) {
        this.journal = journal;
        this.levels = levels;
    }

    /**
     * Compares one product, or all when null. Everything is read at one moment of the database, so nothing is ever in
     * motion here: what does not add up then is broken.
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Compared compare(@Nullable String sku) {
        var verified = journal.verify(sku);
        var broken = verified.breaks();
        var known = levels.of(broken.stream().map(found -> found.key().sku()).collect(toSet()));
        return new Compared(
                verified.checked(),
                broken.stream().map(found -> evidence(found, known)).toList());
    }

    private LevelBreak evidence(com.rebatesuite.inventory.movement.Break found, Map<String, List<StockLevel>> known) {
        var key = found.key();
        var last = journal.before(key, Long.MAX_VALUE, LAST).stream()
                .map(Entry::of)
                .toList();
        long journalled = last.isEmpty() ? 0 : last.getFirst().sequence();
        return new LevelBreak(
                key,
                new Tally(found.level(), sequence(key, known.getOrDefault(key.sku(), List.of()))),
                new Tally(found.journal(), journalled),
                found.reserved(),
                last);
    }

    private static long sequence(LevelKey key, List<StockLevel> levels) {
        return levels.stream()
                .filter(level -> level.key().equals(key))
                .findFirst()
                .orElse(StockLevel.none(key))
                .sequence();
    }

    /** How many levels were compared, and which of them are broken. */
    public record Compared(long levels, List<LevelBreak> breaks) {

        public Compared {
            breaks = List.copyOf(breaks);
        }
    }
}
