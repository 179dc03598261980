package com.rebatesuite.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Brings the suite up, says what it does, and stays with it until it is stopped. */
final class Up {

    private static final long NEEDED_MB = 4_600;
    private static final long STATUS_EVERY_NANOS = 500_000_000;

    private final Layout layout;
    private final Jvm jvm;
    private final Addresses addresses;
    private final boolean fresh;
    private final boolean ignoreMemory;
    private final List<String> only;
    private final Reporter reporter = new Reporter(System.out);

    Up(Layout layout, Jvm jvm, Addresses addresses, boolean fresh, boolean ignoreMemory, List<String> only) {
        this.layout = layout;
        this.jvm = jvm;
        this.addresses = addresses;
        this.fresh = fresh;
        this.ignoreMemory = ignoreMemory;
        this.only = only;
    }

    /** Returns an exit code when the suite could not be brought up; otherwise stays until the process is ended. */
    int run() throws IOException {
        var begin = System.nanoTime();
        var directory = new RunDirectory(layout);
        var lock = directory.take();
        if (lock.isEmpty()) {
            return refuse("the suite runs already, see deploy/status; stop it with deploy/down");
        }
        directory.awaitLeftovers();
        if (fresh) {
            directory.wipe();
        }
        var programs = new Suite(layout, jvm, addresses)
                .programs().stream()
                        .filter(program -> only.isEmpty() || only.contains(program.name()))
                        .toList();
        var obstacles = obstacles(programs);
        if (!obstacles.isEmpty()) {
            return refuse(String.join("\n", obstacles));
        }
        programs.forEach(program -> directory.setAside(program.log()));
        var supervisor = new Supervisor(programs, Clock.systemUTC(), reporter);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor), "stop"));
        supervisor.start();
        var watcher = new Watcher(supervisor);
        watcher.start();
        try {
            supervisor.awaitReady();
            if (only.isEmpty()) {
                showcase().open();
            }
        } catch (RuntimeException e) {
            return refuse("not ready: " + e.getMessage());
        }
        watcher.ready();
        celebrate(supervisor, Duration.ofNanos(System.nanoTime() - begin));
        return remain();
    }

    private List<String> obstacles(List<Program> programs) {
        var available = Memory.availableMb();
        if (!ignoreMemory && only.isEmpty() && available.isPresent() && available.getAsLong() < NEEDED_MB) {
            return List.of("too little memory: " + available.getAsLong() + " MB available, " + NEEDED_MB
                    + " MB needed (--ignore-memory tries all the same)");
        }
        return Ports.taken(programs);
    }

    private int refuse(String why) {
        reporter.say(why);
        return 1;
    }

    private void celebrate(Supervisor supervisor, Duration took) throws IOException {
        var used = supervisor.parts().stream()
                .flatMap(part -> part.pid().stream())
                .mapToLong(Memory::usedMb)
                .sum();
        reporter.say(String.format("ready after %.1f s, %d MB in all", Reporter.seconds(took), used));
        if (only.isEmpty()) {
            reporter.print(showcase().invitation());
        }
        Files.createFile(ready());
    }

    private Showcase showcase() {
        return new Showcase(layout, addresses, reporter);
    }

    /** There as long as everything runs; deploy/up -d waits for it. */
    private Path ready() {
        return layout.run().resolve("ready");
    }

    private static int remain() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park();
        }
        return 0;
    }

    private void stop(Supervisor supervisor) {
        try {
            Files.deleteIfExists(ready());
        } catch (IOException e) {
            reporter.say("cannot delete " + ready() + ": " + e.getMessage());
        }
        reporter.say(supervisor.stop() ? "all stopped" : "all stopped, not all of it in good order");
    }

    /** Writes the status down while the suite runs. */
    private final class Watcher {

        private final Supervisor supervisor;
        private volatile boolean ready;

        Watcher(Supervisor supervisor) {
            this.supervisor = supervisor;
        }

        void start() {
            Thread.ofPlatform().daemon().name("status").start(() -> {
                while (true) {
                    write();
                    LockSupport.parkNanos(STATUS_EVERY_NANOS);
                }
            });
        }

        void ready() {
            ready = true;
            write();
        }

        private synchronized void write() {
            new StatusFile(
                            ProcessHandle.current().pid(),
                            ready,
                            supervisor.parts().stream()
                                    .map(StatusFile.Entry::of)
                                    .toList())
                    .write(layout.status());
        }
    }
}
