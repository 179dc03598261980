package com.rebatesuite.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @ParameterizedTest
    @ValueSource(strings = {"order/17", "https://example.com/a?b=c#d", "r", "urn:isbn:1", "count,1", "a%20b", "/a//b"})
    void takesUriReferences(String reference) {
        assertThat(reference).matches(Form.REFERENCE);
        assertThat(URI.create(reference)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "a%2", "a%zz", "a#b#c", "über", "<a>", "a\u0000", "{a}"})
    void refusesEverythingElse(String reference) {
        assertThat(reference).doesNotMatch(Form.REFERENCE);
    }

    /** However long it is: a regular expression must not take the thread with it. */
    @ParameterizedTest
    @ValueSource(ints = {201, 5_000_000})
    void refusesWhatIsTooLong(int length) {
        assertThat("a".repeat(200)).matches(Form.REFERENCE);
        assertThat("a".repeat(length).matches(Form.REFERENCE)).isFalse();
        assertThat(("a\n" + "%41".repeat(length)).matches(Form.REFERENCE)).isFalse();
    }
}
