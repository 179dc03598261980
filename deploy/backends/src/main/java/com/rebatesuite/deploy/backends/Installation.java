package com.rebatesuite.deploy.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Where the programs of the servers are: the jars the build has collected, and the JDK that runs us. */
final class Installation {

    private Installation() {}

    /** The command that runs a main class of the named server on the JDK in use. */
    static List<String> java(String server, List<Path> before, List<String> options, String mainClass, String... args) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.add("-cp");
        var classPath = new StringBuilder();
        before.forEach(entry -> classPath.append(entry).append(':'));
        words.add(classPath.append(jars(server)).append("/*").toString());
        words.add(mainClass);
        words.addAll(List.of(args));
        return List.copyOf(words);
    }

    private static Path jars(String server) {
        var lib = home().resolve(server).resolve("lib").toAbsolutePath();
        if (!Files.isDirectory(lib)) {
            throw new BackendFailed(
                    "no " + server + " in " + lib + "; build it: ./mvnw -pl deploy/backends -am install -DskipTests",
                    null);
        }
        return lib;
    }

    private static Path home() {
        return Path.of(System.getProperty("backends.home", "deploy/backends/target/servers"));
    }

    /** Copies one of our resources to a file, because a child process cannot look into our class path. */
    static void copy(String resource, Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (var in = Installation.class.getResourceAsStream(resource)) {
            Files.copy(Objects.requireNonNull(in, resource), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A port nobody listens on at the moment. */
    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
