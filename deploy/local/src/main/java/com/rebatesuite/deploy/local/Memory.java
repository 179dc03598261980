package com.rebatesuite.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What processes use of this machine's memory, in MB, read from /proc; nothing where there is no /proc. */
final class Memory {

    private static final long KB_PER_MB = 1_024;
    private static final long BYTES_PER_MB = 1_048_576;

    private Memory() {}

    /** The process and its children; a page that several share counts for each with its part. */
    static long usedMb(long pid) {
        return ProcessHandle.of(pid).stream()
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                        .mapToLong(process -> proportionalKb(process.pid()))
                        .sum()
                / KB_PER_MB;
    }

    private static long proportionalKb(long pid) {
        return field(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss:")
                .orElse(0);
    }

    /** What can still be had, within the limit of the container if there is one; empty when nobody says. */
    static OptionalLong availableMb() {
        var machine = field(Path.of("/proc/meminfo"), "MemAvailable:");
        if (machine.isEmpty()) {
            return OptionalLong.empty();
        }
        var container = number(Path.of("/sys/fs/cgroup/memory.max"));
        var used = number(Path.of("/sys/fs/cgroup/memory.current"));
        var left = container.isPresent() ? container.getAsLong() - used.orElse(0) : Long.MAX_VALUE;
        return OptionalLong.of(Math.min(machine.getAsLong() / KB_PER_MB, left / BYTES_PER_MB));
    }

    private static OptionalLong number(Path file) {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong field(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            // The process has just ended, or this is not Linux.
            return OptionalLong.empty();
        }
    }
}
