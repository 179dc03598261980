package com.rebatesuite.deploy.local;

import com.rebatesuite.deploy.backends.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Something that runs as a process of its own and can tell when it is ready. */
interface Program {

    String name();

    Layer layer();

    /** The parts that must be ready before it is started for the first time. */
    Set<String> after();

    /** Every port it listens on, the one people ask for first. */
    List<Integer> ports();

    Path log();

    ServerProcess launch();

    /**
     * Returns once it is ready.
     *
     * @throws RuntimeException when it ended or was not ready in time, with the reason
     */
    void awaitReady(ServerProcess process);

    /** How long it may take to stop in good order. */
    Duration stopPatience();
}
