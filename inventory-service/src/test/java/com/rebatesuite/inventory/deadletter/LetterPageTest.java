package com.rebatesuite.inventory.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.deadletter.LetterPage.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages over partitions: newest first, every letter once. */
class LetterPageTest {

    @Test
    void anEmptyTopicHasOneEmptyPage() {
        assertThat(LetterPage.merged(List.of(new End(0, 5, 5, 5, List.of())), 10))
                .isEqualTo(new LetterPage(List.of(), Map.of(0, 5L), false));
    }

    @Test
    void aPartitionKeepsItsOrderEvenIfItsClockWentBack() {
        var ends = List.of(
                new End(0, 0, 0, 2, List.of(letter(0, 0, 100), letter(0, 1, 50))),
                new End(1, 0, 0, 1, List.of(letter(1, 0, 70))));

        assertThat(LetterPage.merged(ends, 10).letters())
                .containsExactly(letter(1, 0, 70), letter(0, 1, 50), letter(0, 0, 100));
    }

    @Test
    void doesNotReadAStretchWithoutLettersForEver() {
        var page = LetterPage.merged(List.of(new End(0, 0, 10, 20, List.of())), 10);

        assertThat(page).isEqualTo(new LetterPage(List.of(), Map.of(0, 10L), true));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyLetterIsOnOnePage(long seed) {
        var random = new SplittableRandom(seed);
        var topic = new HashMap<Integer, List<DeadLetter>>();
        for (int partition = 0; partition < 6; partition++) {
            topic.put(partition, partition(partition, random));
        }
        int pageSize = random.nextInt(1, 20);

        var read = new ArrayList<DeadLetter>();
        Map<Integer, Long> before = Map.of();
        boolean more = true;
        while (more) {
            var page = LetterPage.merged(ends(topic, before, pageSize), pageSize);
            assertThat(page.letters())
                    .hasSizeLessThanOrEqualTo(pageSize)
                    .isSortedAccordingTo(Comparator.comparing(DeadLetter::at).reversed());
            read.addAll(page.letters());
            before = page.before();
            more = page.more();
        }

        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        topic.values().stream().flatMap(List::stream).toList());
    }

    /** Offsets with gaps, times that only grow. */
    private static List<DeadLetter> partition(int partition, SplittableRandom random) {
        var letters = new ArrayList<DeadLetter>();
        long offset = random.nextLong(10);
        long at = random.nextLong(100);
        int count = random.nextInt(50);
        for (int i = 0; i < count; i++) {
            letters.add(letter(partition, offset, at));
            offset += random.nextLong(1, 4);
            at += random.nextLong(0, 20);
        }
        return letters;
    }

    private static List<End> ends(Map<Integer, List<DeadLetter>> topic, Map<Integer, Long> before, int limit) {
        var ends = new ArrayList<End>();
        topic.forEach((partition, letters) -> {
            long to = before.getOrDefault(partition, 200L);
            long from = Math.max(0, to - limit);
            ends.add(new End(
                    partition,
                    0,
                    from,
                    to,
                    letters.stream()
                            .filter(letter ->
                                    letter.id().offset() >= from && letter.id().offset() < to)
                            .toList()));
        });
        return ends;
    }

    private static DeadLetter letter(int partition, long offset, long at) {
        var id = new RecordId("tea-dead", partition, offset);
        var original = new RecordId("tea", partition, offset);
        return new DeadLetter(id, original, original, Instant.ofEpochSecond(at), "r", "e", null, 1);
    }
}
