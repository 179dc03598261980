package com.rebatesuite.deploy.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The entrance for deploy/up and deploy/status. */
@Command(
        name = "local",
        subcommands = {Main.UpCommand.class, Main.StatusCommand.class},
        mixinStandardHelpOptions = true)
final class Main {

    private Main() {}

    /** Runs the command of the first argument and exits with its code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    /** Where things are, for every command. */
    static final class Places {

        @Option(names = "--repository", required = true)
        private Path repository = Path.of(".");

        @Option(names = "--run", required = true)
        private Path run = Path.of(".run");

        Layout layout() {
            return new Layout(repository.toAbsolutePath(), run.toAbsolutePath());
        }
    }

    /** Starts the suite and stays until it is stopped. */
    @Command(name = "up", mixinStandardHelpOptions = true)
    static final class UpCommand implements Callable<Integer> {

        @CommandLine.Mixin
        private Places places = new Places();

        @Option(names = "--fresh", description = "forget everything of earlier runs")
        private boolean fresh;

        @Option(names = "--ignore-memory", description = "start even where memory seems short")
        private boolean ignoreMemory;

        @Option(names = "--port-offset", description = "added to every port")
        private int portOffset;

        @Option(names = "--warm", description = "slower to start, faster once warm: for benchmarks")
        private boolean warm;

        @Option(names = "--only", split = ",", description = "start these parts only, and no demo data")
        private List<String> only = List.of();

        @Override
        public Integer call() throws IOException {
            return new Up(places.layout(), new Jvm(!warm), new Addresses(portOffset), fresh, ignoreMemory, only).run();
        }
    }

    /** Prints what runs. */
    @Command(name = "status", mixinStandardHelpOptions = true)
    static final class StatusCommand implements Callable<Integer> {

        @CommandLine.Mixin
        private Places places = new Places();

        @Override
        public Integer call() {
            var status = StatusFile.read(places.layout().status());
            if (status.isEmpty() || ProcessHandle.of(status.get().supervisor()).isEmpty()) {
                System.out.println("nothing runs; start it with deploy/up");
                return 3;
            }
            System.out.println(status.get().table());
            return status.get().ready() ? 0 : 2;
        }
    }
}
