package com.rebatesuite.inventory.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Tally;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a level should say when its evidence says something else. */
class LevelBreakTest {

    @Test
    void whatHasNoEntryDoesNotCount() {
        var found = found(new Deltas(15, 2, 0), new Deltas(10, 2, 0), 2);

        assertThat(found.kind()).isEqualTo(Kind.LEVEL_NOT_JOURNAL);
        assertThat(found.remedy()).isEqualTo(Remedy.COMPENSATE);
        assertThat(found.compensation()).contains(Deltas.NONE);
    }

    @Test
    void whatIsPromisedIsHeld() {
        var found = found(new Deltas(10, 2, 1), new Deltas(10, 2, 1), 5);

        assertThat(found.kind()).isEqualTo(Kind.LEVEL_NOT_RESERVED);
        assertThat(found.compensation()).contains(new Deltas(0, 3, 0));
    }

    @Test
    void bothAtOnceArePutRightTogether() {
        assertThat(found(new Deltas(15, 4, 0), new Deltas(10, 2, 0), 1).compensation())
                .contains(new Deltas(0, -1, 0));
    }

    /** Somebody has written a movement that no goods can have made: the level explains it. */
    @Test
    void aJournalNoGoodsCanBeLikeIsExplainedByTheLevel() {
        assertThat(found(new Deltas(10, 2, 0), new Deltas(-90, 2, 0), 2).compensation())
                .contains(new Deltas(100, 0, 0));
    }

    @Test
    void promisesThatNobodyCanKeepAreForPeople() {
        var found = found(new Deltas(10, 2, 0), new Deltas(10, 2, 0), 11);

        assertThat(found.remedy()).isEqualTo(Remedy.NONE);
        assertThat(found.compensation()).isEqualTo(Optional.empty());
    }

    private static LevelBreak found(Deltas level, Deltas journal, long reserved) {
        return new LevelBreak(
                LevelKey.main("TEA-100"), new Tally(level, 7), new Tally(journal, 7), reserved, List.of());
    }
}
