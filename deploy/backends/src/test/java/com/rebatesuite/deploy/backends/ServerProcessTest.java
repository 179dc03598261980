package com.rebatesuite.deploy.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

    @TempDir
    Path directory;

    @Test
    void stopsWhenAsked() {
        var process = start("sleep", "600");

        assertThat(process.alive()).isTrue();
        assertThat(process.stop(Duration.ofSeconds(10))).isTrue();
        assertThat(process.alive()).isFalse();
    }

    @Test
    void killsWhatDoesNotListen() {
        var process = start("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 0.1; done");
        await().untilAsserted(() -> assertThat(directory.resolve("log")).hasContent("deaf"));

        assertThat(process.stop(Duration.ofMillis(500))).isFalse();
        assertThat(ProcessHandle.of(process.pid())).isEmpty();
    }

    @Test
    void saysHowItEnded() throws Exception {
        assertThat(start("sh", "-c", "exit 7").onExit().get(10, TimeUnit.SECONDS))
                .isEqualTo(7);
    }

    @Test
    void writesWhatItSaysToTheLog() throws Exception {
        start("sh", "-c", "echo out; echo err >&2").onExit().get(10, TimeUnit.SECONDS);

        assertThat(directory.resolve("log")).hasContent("out\nerr");
    }

    /** The starter is a JVM of its own here, and is killed as by a power cut. */
    @Test
    void doesNotOutliveWhoStartedIt() throws Exception {
        var orphan = Files.createDirectory(directory.resolve("orphan"));
        var starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        orphan.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var server = ProcessHandle.of(Long.parseLong(starter.inputReader().readLine()))
                .orElseThrow();
        assertThat(server.isAlive()).isTrue();

        starter.destroyForcibly().waitFor();

        await().until(() -> !server.isAlive() && !Files.exists(orphan));
    }

    /** Starts a server and waits to be killed. */
    static final class Starter {

        private Starter() {}

        /** Prints the process id of the server. */
        public static void main(String[] args) throws InterruptedException {
            var directory = Path.of(args[0]);
            var process = ServerProcess.start(new ServerProcess.Command(
                    List.of("sleep", "600"), Map.of(), directory, directory.resolve("log"), "TERM", directory));
            System.out.println(process.pid());
            Thread.currentThread().join();
        }
    }

    private ServerProcess start(String... words) {
        return ServerProcess.start(
                new ServerProcess.Command(List.of(words), Map.of(), directory, directory.resolve("log"), "TERM", null));
    }
}
