package com.rebatesuite.rebate.listing;

import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Things of many days as one list, the latest day first. A page ends when it is full or has looked {@value #LOOKS} times,
 * so it may be short, even empty, and still not be the last.
 */
public record DayPages<T>(Day<T> ofDay, Function<T, String> id) {

    static final int LOOKS = 40;
    static final int CHUNK = 200;
    private static final int MOST = 200;

    /** Reads what happened on one day. */
    public interface Day<T> {

        /** Up to {@code limit} things of the day in the order of their ids, those after {@code after} if it is there. */
        List<T> read(LocalDate day, @Nullable String after, int limit);
    }

    /**
     * The page after {@code cursor} of those things that are wanted.
     *
     * @throws BadPage if the size is not 1..200 or the cursor is none of this list
     */
    public Page<T> page(DayRange days, Predicate<T> wanted, @Nullable String cursor, int size) {
        if (size < 1 || size > MOST) {
            throw BadPage.size(size, MOST);
        }
        var place = Place.of(cursor, days);
        var found = new ArrayList<T>();
        for (int looks = 0; looks < LOOKS && days.contains(place.day()); looks++) {
            var chunk = ofDay.read(place.day(), place.lastId(), CHUNK);
            for (var thing : chunk) {
                place = new Place(place.day(), id.apply(thing));
                if (wanted.test(thing)) {
                    found.add(thing);
                }
                if (found.size() == size) {
                    return new Page<>(found, place.encode());
                }
            }
            place = chunk.size() < CHUNK ? place.dayBefore() : place;
        }
        return new Page<>(found, days.contains(place.day()) ? place.encode() : null);
    }

    /** Where a page ended: after this id of this day. */
    private record Place(LocalDate day, @Nullable String lastId) {

        static Place of(@Nullable String cursor, DayRange days) {
            return Cursor.decode(cursor, 2)
                    .map(end -> new Place(day(end.part(0), days), end.part(1).isEmpty() ? null : end.part(1)))
                    .orElseGet(() -> new Place(days.to(), null));
        }

        private static LocalDate day(String text, DayRange days) {
            try {
                var day = LocalDate.parse(text);
                if (days.contains(day)) {
                    return day;
                }
            } catch (DateTimeParseException foreign) {
                throw BadPage.cursor(text);
            }
            throw BadPage.cursor(text);
        }

        Place dayBefore() {
            return new Place(day.minusDays(1), null);
        }

        String encode() {
            return Cursor.of(day.toString(), lastId == null ? "" : lastId).encode();
        }
    }
}
