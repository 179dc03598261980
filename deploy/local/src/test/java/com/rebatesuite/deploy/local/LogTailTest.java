package com.rebatesuite.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTailTest {

    @Test
    void prefersTheLastErrorToWhatCameAfterIt() {
        assertThat(LogTail.reason(List.of(
                        "INFO starting", "ERROR first", "Caused by: no route to host", "\tat Some.where", "INFO bye")))
                .isEqualTo("Caused by: no route to host");
    }

    @Test
    void takesTheMessageOutOfAStructuredLine() {
        assertThat(LogTail.reason(
                        List.of("{\"log\":{\"level\":\"ERROR\"},\"message\":\"port \\\"8081\\\" is taken\"}")))
                .isEqualTo("port \\\"8081\\\" is taken");
    }

    @Test
    void cutsALongLine() {
        assertThat(LogTail.reason(List.of("x".repeat(1_000)))).hasSize(221).endsWith("…");
    }

    @Test
    void endsWithAMessageOfAnyLength() {
        assertThat(LogTail.reason(List.of("{\"message\":\"" + "x\\n".repeat(10_000) + "\"}")))
                .hasSize(221)
                .endsWith("…");
    }

    @Test
    void hasSomethingToSayAboutNothing() {
        assertThat(LogTail.reason(List.of())).isEqualTo("nothing in the log");
        assertThat(LogTail.reason(Path.of("no/such/file"))).isEqualTo("no log");
    }
}
