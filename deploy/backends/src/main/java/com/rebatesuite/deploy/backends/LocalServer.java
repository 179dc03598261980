package com.rebatesuite.deploy.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A server that runs as a process of its own on this machine. */
public abstract class LocalServer implements Backend {

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final long PROBE_EVERY_NANOS = 50_000_000;

    private final String name;
    private final ServerSettings settings;
    private @Nullable ServerProcess process;

    LocalServer(String name, ServerSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    /** Prepares what must be there before the first start, such as an initialised data directory. */
    abstract void prepare() throws IOException;

    abstract List<String> command();

    /** Asks the server for a sign of life; throws when there is none yet. */
    abstract void probe() throws Exception;

    /** Runs once the server answers, before {@link #start()} returns. */
    void ready() {}

    String stopSignal() {
        return "TERM";
    }

    Map<String, String> environment() {
        return Map.of();
    }

    /** How it is run. */
    public final ServerSettings settings() {
        return settings;
    }

    @Override
    public final synchronized void start() {
        if (process == null || !process.alive()) {
            launch();
            awaitReady();
        }
    }

    /**
     * Starts the process and does not wait until it answers.
     *
     * @throws BackendFailed when it cannot even be prepared
     */
    public final synchronized ServerProcess launch() {
        try {
            Files.createDirectories(settings.directory());
            Files.createDirectories(Objects.requireNonNull(settings.log().getParent()));
            prepare();
        } catch (IOException e) {
            throw new BackendFailed(name + " cannot be prepared in " + settings.directory() + ": " + e.getMessage(), e);
        }
        process = ServerProcess.start(new ServerProcess.Command(
                command(), environment(), settings.directory(), settings.log(), stopSignal(), orphanDirectory()));
        return process;
    }

    /**
     * Returns when the launched process answers.
     *
     * @throws BackendFailed when it dies or does not answer in time
     */
    public final void awaitReady() {
        awaitAnswer(Objects.requireNonNull(process, "not launched"));
        ready();
    }

    private @Nullable Path orphanDirectory() {
        return settings.throwAway() ? settings.directory() : null;
    }

    private void awaitAnswer(ServerProcess started) {
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (true) {
            try {
                probe();
                return;
            } catch (Exception e) {
                if (!started.alive()) {
                    throw new BackendFailed(name + " ended while starting: " + lastWords(), e);
                }
                if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                    started.kill();
                    throw new BackendFailed(
                            name + " does not answer on port " + settings.port() + ", see " + settings.log(), e);
                }
                LockSupport.parkNanos(PROBE_EVERY_NANOS);
            }
        }
    }

    /** The end of the log, which is where a server says why it gave up. */
    private String lastWords() {
        try {
            var lines = Files.readAllLines(settings.log());
            return settings.log() + "\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "no log at " + settings.log();
        }
    }

    @Override
    public final synchronized void stop() {
        if (process != null) {
            process.stop(STOP_PATIENCE);
        }
    }

    @Override
    public final synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** Runs a one-off tool of the server to its end; its output goes to the server's log. */
    final void run(List<String> words) {
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
            var exit = builder.start().waitFor();
            if (exit != 0) {
                throw new BackendFailed(
                        name + ": " + words.getFirst() + " ended with " + exit + ", see " + settings.log(), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot run " + words.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendFailed(name + ": interrupted", e);
        }
    }
}
