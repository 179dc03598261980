package com.rebatesuite.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWent() {
        var cursor = Cursor.of("2026-01-05T10:15:30Z", "", "ünïcode/+?");

        assertThat(Cursor.decode(cursor.encode(), 3)).contains(cursor);
        assertThat(cursor.encode()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isAbsentOnTheFirstPage() {
        assertThat(Cursor.decode(null, 2)).isEmpty();
        assertThat(Cursor.decode("", 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "%%%", "w6k", "_w"})
    void refusesWhatWeDidNotHandOut(String cursor) {
        assertThatThrownBy(() -> Cursor.decode(cursor, 2)).isInstanceOf(BadCursor.class);
    }

    @Test
    void refusesWhatIsTooLongOrHasAnotherNumberOfParts() {
        assertThatThrownBy(() -> Cursor.decode("A".repeat(2000), 1)).isInstanceOf(BadCursor.class);
        assertThatThrownBy(() -> Cursor.decode(Cursor.of("a").encode(), 2)).isInstanceOf(BadCursor.class);
    }

    @Test
    void refusesToHandOutWhatItCouldNotReadAgain() {
        assertThatThrownBy(() -> Cursor.of("a\u001fb")).isInstanceOf(IllegalArgumentException.class);
    }
}
