package com.rebatesuite.deploy.local;

import com.rebatesuite.deploy.backends.LocalServer;
import com.rebatesuite.deploy.backends.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One of the servers the services store their things in. */
record BackendProgram(String name, LocalServer server, List<Integer> ports, Runnable onceReady) implements Program {

    BackendProgram {
        ports = List.copyOf(ports);
    }

    @Override
    public Layer layer() {
        return Layer.BACKEND;
    }

    @Override
    public Set<String> after() {
        return Set.of();
    }

    @Override
    public Path log() {
        return server.settings().log();
    }

    @Override
    public ServerProcess launch() {
        return server.launch();
    }

    @Override
    public void awaitReady(ServerProcess process) {
        server.awaitReady();
        onceReady.run();
    }

    @Override
    public Duration stopPatience() {
        return Duration.ofSeconds(30);
    }
}
