package com.rebatesuite.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFileTest {

    @TempDir
    Path directory;

    private final StatusFile status = new StatusFile(
            ProcessHandle.current().pid(),
            true,
            List.of(
                    new StatusFile.Entry(
                            "kafka", ProcessHandle.current().pid(), 19_092, "ready", 2, "2026-01-05T12:00:00Z"),
                    new StatusFile.Entry("redis", 0, 16_379, "given up", 6, "2026-01-05T12:00:00Z")));

    @Test
    void readsWhatItWrote() {
        status.write(directory.resolve("status.json"));

        assertThat(StatusFile.read(directory.resolve("status.json"))).contains(status);
        assertThat(StatusFile.read(directory.resolve("other.json"))).isEmpty();
    }

    @Test
    void showsEveryPartInOneLine() {
        assertThat(status.table().lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).matches("kafka +\\d+ +19092 +ready +2 +\\d+ MB"))
                .anySatisfy(line -> assertThat(line).matches("redis +- +16379 +given up +6 +0 MB"));
    }
}
