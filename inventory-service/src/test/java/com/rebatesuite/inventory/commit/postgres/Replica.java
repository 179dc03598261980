package com.rebatesuite.inventory.commit.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A {@link StockProcess} as a client sees it: asked by many threads, killed without a word, started again. */
final class Replica {

    private final String url;
    private final AtomicLong numbers = new AtomicLong();
    private volatile Incarnation now;

    Replica(String url) {
        this.url = url;
        this.now = new Incarnation();
    }

    /** What it answers; nothing if it dies before that, and nobody knows then what it has done. */
    Optional<String> ask(String command) {
        return now.ask(numbers.incrementAndGet(), command);
    }

    /** SIGKILL, in the midst of whatever it does, and a new one in its place. */
    void killAndStart() {
        now.kill();
        now = new Incarnation();
    }

    void kill() {
        now.kill();
    }

    private final class Incarnation {

        private final Process process;
        private final PrintStream commands;
        private final Map<String, CompletableFuture<Optional<String>>> asked = new ConcurrentHashMap<>();
        private volatile boolean dead;

        Incarnation() {
            try {
                process = new ProcessBuilder(arguments())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
                var answers = process.inputReader(StandardCharsets.UTF_8);
                String line;
                do {
                    line = answers.readLine();
                } while (line != null && !line.equals(StockProcess.READY));
                Thread.ofPlatform().daemon().name("replica-answers").start(() -> read(answers));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Optional<String> ask(long number, String command) {
            var answer = new CompletableFuture<Optional<String>>();
            asked.put(Long.toString(number), answer);
            synchronized (commands) {
                commands.println(number + " " + command);
            }
            if (dead) {
                answer.complete(Optional.empty());
            }
            return answer.join();
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        /** What it has written before it died still counts: it was answered. */
        private void read(BufferedReader answers) {
            try (answers) {
                for (var line = answers.readLine(); line != null; line = answers.readLine()) {
                    var space = line.indexOf(' ');
                    var answer = space < 0 ? null : asked.remove(line.substring(0, space));
                    if (answer != null) {
                        answer.complete(Optional.of(line.substring(space + 1)));
                    }
                }
            } catch (IOException died) {
                // As the end of its answers.
            } finally {
                dead = true;
                asked.values().forEach(answer -> answer.complete(Optional.empty()));
            }
        }

        private List<String> arguments() {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx128m",
                    "-cp",
                    // Surefire's own jar names the rest of the path, but not every launcher does it like that.
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    StockProcess.class.getName(),
                    url);
        }
    }
}
