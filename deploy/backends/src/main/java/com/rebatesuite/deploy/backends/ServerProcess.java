package com.rebatesuite.deploy.backends;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A child process that never outlives us. A small shell stands between: it holds the end of a pipe, and when that pipe
 * closes, because we asked or because we are gone however suddenly, it ends the server.
 */
public final class ServerProcess {

    /** Arguments: log file, signal that stops the server in good order, directory to delete when we are gone, command. */
    private static final String WATCH = """
            log=$1 signal=$2 orphan=$3
            shift 3
            exec 3<&0
            "$@" </dev/null >>"$log" 2>&1 3<&- &
            server=$!
            {
              # A line means stop; the end of the pipe means that whoever started us is gone.
              if read -r word <&3; then orphan=; else trap '' TERM; fi
              kill -s "$signal" $server
              left=150
              while kill -0 $server && [ $left -gt 0 ]; do sleep 0.2; left=$((left - 1)); done
              kill -s KILL $server
              [ -z "$orphan" ] || rm -rf "$orphan"
            } >/dev/null 2>&1 &
            watcher=$!
            echo $server
            exec 3<&- >/dev/null
            wait $server
            code=$?
            # A server that ended by itself leaves nothing to watch.
            kill $watcher
            exit $code
            """;

    private static final Duration GONE_PATIENCE = Duration.ofSeconds(10);

    private final Process shell;
    private final ProcessHandle server;

    private ServerProcess(Process shell, ProcessHandle server) {
        this.shell = shell;
        this.server = server;
    }

    /**
     * What is run, and how.
     *
     * @param stopSignal the signal that makes it stop in good order, {@code TERM} for most
     * @param orphanDirectory deleted when the starting process dies without having called {@link #stop}
     */
    public record Command(
            List<String> words,
            Map<String, String> environment,
            Path directory,
            Path log,
            String stopSignal,
            @Nullable Path orphanDirectory) {

        /** Copies what could change. */
        public Command {
            words = List.copyOf(words);
            environment = Map.copyOf(environment);
        }
    }

    /**
     * Starts the command.
     *
     * @throws UncheckedIOException when there is no such program or directory
     */
    public static ServerProcess start(Command command) {
        try {
            Files.createDirectories(command.directory());
            var words = new ArrayList<>(
                    List.of("sh", "-c", WATCH, "watch", command.log().toString()));
            words.add(command.stopSignal());
            words.add(
                    command.orphanDirectory() == null
                            ? ""
                            : command.orphanDirectory().toString());
            words.addAll(command.words());
            var builder =
                    new ProcessBuilder(words).directory(command.directory().toFile());
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(command.environment());
            var shell = builder.start();
            return new ServerProcess(shell, serverOf(shell));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.words().getFirst(), e);
        }
    }

    private static ProcessHandle serverOf(Process shell) throws IOException {
        // The reader is not closed: that would close the pipe of a shell that may still be writing.
        var line = new BufferedReader(shell.inputReader(UTF_8)).readLine();
        if (line == null) {
            throw new IOException(
                    "the shell ended with " + shell.onExit().join().exitValue());
        }
        return ProcessHandle.of(Long.parseLong(line.strip())).orElseGet(shell::toHandle);
    }

    /** The process id of the server itself, not of the shell that watches it. */
    public long pid() {
        return server.pid();
    }

    /** Whether the server runs. */
    public boolean alive() {
        return shell.isAlive();
    }

    /** Completes with the exit code when the server has ended, for whatever reason. */
    public CompletableFuture<Integer> onExit() {
        return shell.onExit().thenApply(Process::exitValue);
    }

    /** Asks the server to stop and waits; kills it when the patience is over. Returns whether it stopped by itself. */
    public boolean stop(Duration patience) {
        try (var input = shell.getOutputStream()) {
            input.write("stop\n".getBytes(UTF_8));
        } catch (IOException e) {
            // The shell is gone already, and with it the server: that is what was asked for.
            return true;
        }
        if (waitFor(patience)) {
            return true;
        }
        kill();
        return false;
    }

    /** Ends the server at once and waits until it is gone. */
    public void kill() {
        // PostgreSQL's own children notice a moment later, and a new server would not start beside them.
        var family = server.descendants().toList();
        server.destroyForcibly();
        if (!waitFor(GONE_PATIENCE)) {
            shell.destroyForcibly();
        }
        family.forEach(ServerProcess::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit()
                .completeOnTimeout(process, GONE_PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private boolean waitFor(Duration patience) {
        try {
            return shell.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
