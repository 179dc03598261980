package com.rebatesuite.deploy.local;

import com.rebatesuite.deploy.backends.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of our own programs: a Spring Boot jar with a management port.
 *
 * @param command the java command that runs it
 * @param directory where it runs
 */
record ServiceProgram(
        String name,
        Layer layer,
        Set<String> after,
        int port,
        int managementPort,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log)
        implements Program {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    ServiceProgram {
        after = Set.copyOf(after);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, managementPort);
    }

    @Override
    public ServerProcess launch() {
        return ServerProcess.start(new ServerProcess.Command(command, environment, directory, log, "TERM", null));
    }

    @Override
    public void awaitReady(ServerProcess process) {
        var url = "http://localhost:" + managementPort + "/actuator/health/readiness";
        Http.await(url, START_PATIENCE, () -> {
            if (!process.alive()) {
                throw new IllegalStateException("ended while starting: " + LogTail.reason(log) + " (" + log + ")");
            }
        });
    }

    @Override
    public Duration stopPatience() {
        return Duration.ofSeconds(25);
    }
}
