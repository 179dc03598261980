package com.rebatesuite.rebate.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.platform.paging.Cursor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayPagesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-05");
    private static final DayRange USUAL = DayRange.of(null, null, TODAY);

    private final Map<LocalDate, TreeSet<String>> days = new TreeMap<>();
    private final DayPages<String> pages = new DayPages<>(this::read, thing -> thing);

    @ParameterizedTest(name = "{0} a page")
    @ValueSource(ints = {1, 2, 3, 7, 200})
    void showsEverythingOnceTheLatestDayFirst(int size) {
        put(TODAY, "c", "a", "b");
        put(TODAY.minusDays(1), "d");
        put(TODAY.minusDays(60), "e", "f");
        put(TODAY.minusDays(89), "g");
        put(TODAY.minusDays(90), "too old");

        assertThat(all(size, thing -> true)).containsExactly("a", "b", "c", "d", "e", "f", "g");
    }

    @Test
    void passesOverWhatIsNotWantedHoweverMuch() {
        for (int i = 0; i < 3 * DayPages.CHUNK; i++) {
            put(TODAY, "no-%04d".formatted(i));
        }
        put(TODAY, "yes");
        put(TODAY.minusDays(1), "yes, too");

        assertThat(all(2, thing -> thing.startsWith("yes"))).containsExactly("yes", "yes, too");
    }

    @Test
    void looksSoOftenForOnePageAndNotOnceMore() {
        put(TODAY.minusDays(DayPages.LOOKS), "old");

        var page = pages.page(USUAL, thing -> true, null, 10);

        assertThat(page.items()).isEmpty();
        assertThat(pages.page(USUAL, thing -> true, page.nextCursor(), 10).items())
                .containsExactly("old");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void refusesASizeNobodyGets(int size) {
        assertThatThrownBy(() -> pages.page(USUAL, thing -> true, null, size)).hasMessageContaining("expected: 1..200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2020-01-01", "2026-01-06"})
    void refusesAPlaceThatIsNotInTheList(String day) {
        var cursor = Cursor.of(day, "").encode();

        assertThatThrownBy(() -> pages.page(USUAL, thing -> true, cursor, 1)).isInstanceOf(BadPage.class);
    }

    @Test
    void refusesDaysWithoutEnd() {
        assertThat(new DayRange(TODAY.minusDays(365), TODAY).contains(TODAY)).isTrue();
        assertThatThrownBy(() -> new DayRange(TODAY.minusDays(366), TODAY)).hasMessageContaining("1..366 days");
        assertThatThrownBy(() -> new DayRange(TODAY, TODAY.minusDays(1))).isInstanceOf(BadPage.class);
    }

    private List<String> all(int size, Predicate<String> wanted) {
        var all = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = pages.page(USUAL, wanted, cursor, size);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }

    private void put(LocalDate day, String... things) {
        days.computeIfAbsent(day, unused -> new TreeSet<>()).addAll(List.of(things));
    }

    private List<String> read(LocalDate day, @Nullable String after, int limit) {
        var things = days.getOrDefault(day, new TreeSet<>());
        return (after == null ? things : things.tailSet(after, false))
                .stream().limit(limit).toList();
    }
}
