package com.rebatesuite.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What the supervisor writes down for deploy/status, and for the next supervisor should this one die. */
record StatusFile(long supervisor, boolean ready, List<Entry> parts) {

    StatusFile {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param pid the process id; 0 when there is no process
     * @param since when it came into this state, in ISO form
     */
    record Entry(String name, long pid, int port, String state, int restarts, String since) {

        static Entry of(Part part) {
            return new Entry(
                    part.program().name(),
                    part.pid().orElse(0L),
                    part.program().ports().getFirst(),
                    part.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    part.restarts(),
                    part.since().toString());
        }
    }

    static Optional<StatusFile> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(JsonMapper.shared().readValue(file.toFile(), StatusFile.class));
    }

    void write(Path file) {
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, JsonMapper.shared().writeValueAsBytes(this));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table people see. */
    String table() {
        var text = new StringBuilder(
                String.format("%-18s %8s %6s  %-9s %8s %8s%n", "part", "pid", "port", "state", "restarts", "memory"));
        var total = 0L;
        for (var part : parts) {
            var used = part.pid() == 0 ? 0 : Memory.usedMb(part.pid());
            total += used;
            text.append(String.format(
                    "%-18s %8s %6d  %-9s %8d %5d MB%n",
                    part.name(), part.pid() == 0 ? "-" : part.pid(), part.port(), part.state(), part.restarts(), used));
        }
        return text
                + String.format(
                        "%-18s %8d %6s  %-9s %8s %5d MB", "all", supervisor, "", ready ? "ready" : "busy", "", total);
    }
}
