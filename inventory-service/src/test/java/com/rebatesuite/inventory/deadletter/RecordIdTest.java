package com.rebatesuite.inventory.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids go out and come back. */
class RecordIdTest {

    @Test
    void readsWhatItWrites() {
        var id = new RecordId("stock-movements_a.b", 3, 999_999_999_999_999_999L);

        assertThat(RecordId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a:1",
                "a:1:",
                "a:b:1",
                "a:1:2:3",
                ":1:2",
                "a:-1:2",
                "a/b:1:2",
                "a:1:9999999999999999999"
            })
    void saysWhatIsNone(String text) {
        assertThatThrownBy(() -> RecordId.parse(text)).hasMessageContaining("(expected: topic:partition:offset)");
    }

    @Test
    void showsTextAsTextAndTheRestAsBase64() {
        assertThat(Payload.of("{\"tea\": \"茶\"}\n").shown()).isEqualTo("{\"tea\": \"茶\"}\n");
        assertThat(Payload.of(new byte[] {0, 0, 0, 3}).shown()).isEqualTo("AAAAAw==");
        assertThat(Payload.of(new byte[] {(byte) 0xff}).isText()).isFalse();
    }
}
