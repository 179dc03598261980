package com.rebatesuite.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The directory of one running suite: one supervisor at a time, and nothing left of the one before. */
final class RunDirectory {

    private static final long LEFTOVER_PATIENCE_SECONDS = 40;

    private final Layout layout;

    RunDirectory(Layout layout) {
        this.layout = layout;
    }

    /** Takes the directory for as long as this process lives; empty when another supervisor has it. */
    Optional<FileLock> take() throws IOException {
        Files.createDirectories(layout.run());
        var channel = FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return Optional.ofNullable(channel.tryLock());
    }

    /** Waits for the processes of a supervisor that died without stopping them: they are just ending by themselves. */
    void awaitLeftovers() {
        StatusFile.read(layout.status())
                .ifPresent(status -> status.parts().stream()
                        .filter(part -> part.pid() > 0)
                        .flatMap(part -> ProcessHandle.of(part.pid()).stream())
                        .forEach(process -> process.onExit()
                                .completeOnTimeout(process, LEFTOVER_PATIENCE_SECONDS, TimeUnit.SECONDS)
                                .join()));
    }

    /** Sets the log of an earlier run aside: what is in a log is then always about the present run. */
    void setAside(Path log) {
        if (!Files.exists(log)) {
            return;
        }
        try {
            Files.move(log, log.resolveSibling(log.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set aside " + log, e);
        }
    }

    /** Forgets what earlier runs stored. */
    void wipe() {
        delete(layout.run().resolve("data"));
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot wipe " + directory, e);
        }
    }
}
