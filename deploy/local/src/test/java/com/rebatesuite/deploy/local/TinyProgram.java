package com.rebatesuite.deploy.local;

import com.rebatesuite.deploy.backends.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A shell command that is ready when its log says so, and writes its name to a journal when it begins and ends. */
record TinyProgram(String name, Layer layer, Set<String> after, Path directory, String script) implements Program {

    /** Runs until it is told to stop. */
    static TinyProgram lasting(String name, Layer layer, Path directory, String... after) {
        return new TinyProgram(
                name,
                layer,
                Set.of(after),
                directory,
                "trap 'echo -" + name + " >> journal; exit 0' TERM; echo +" + name
                        + " >> journal; echo ready; while :; do sleep 0.05; done");
    }

    @Override
    public List<Integer> ports() {
        return List.of(1);
    }

    @Override
    public Path log() {
        return directory.resolve(name + ".log");
    }

    @Override
    public ServerProcess launch() {
        return ServerProcess.start(
                new ServerProcess.Command(List.of("sh", "-c", script), Map.of(), directory, log(), "TERM", null));
    }

    @Override
    public void awaitReady(ServerProcess process) {
        while (!LogTail.reason(log()).equals("ready")) {
            if (!process.alive()) {
                throw new IllegalStateException("ended while starting: " + LogTail.reason(log()));
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public Duration stopPatience() {
        return Duration.ofSeconds(5);
    }
}
