package com.rebatesuite.deploy.backends;

import java.nio.file.Path;
import java.util.List;

/**
 * How a server is run on this machine.
 *
 * @param directory where it keeps its data and its settings
 * @param log the file its output goes to
 * @param port the port on localhost
 * @param durable whether an accepted write must survive a power cut; a throw-away server is faster
 * @param throwAway whether the directory is deleted once the process that started the server is gone
 * @param jvmOptions memory and the like, for the servers that run on the JVM
 */
public record ServerSettings(
        Path directory, Path log, int port, boolean durable, boolean throwAway, List<String> jvmOptions) {

    /** Checks the port and copies the options. */
    public ServerSettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 1..65535)");
        }
        jvmOptions = List.copyOf(jvmOptions);
    }

    Path data() {
        return directory.resolve("data");
    }
}
