package com.rebatesuite.inventory.bench;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.deploy.backends.LocalPostgres;
import com.rebatesuite.deploy.backends.ServerSettings;
import com.rebatesuite.inventory.bench.Contest.Side;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/bench/run stock}: starts a durable PostgreSQL and a Redis of its own, and measures the stock core. */
@Command(
        name = "deploy/bench/run stock",
        description =
                "Measures reservations against plain updates, and reads from Redis against reads from PostgreSQL.",
        sortOptions = false)
public final class StockBench implements Callable<Integer> {

    @Option(names = "--clients", paramLabel = "N", description = "threads at once (default: ${DEFAULT-VALUE})")
    int clients = 64;

    @Option(names = "--rounds", paramLabel = "N", description = "turns per side (default: ${DEFAULT-VALUE})")
    int rounds = 5;

    @Option(names = "--seconds", paramLabel = "S", description = "per turn (default: ${DEFAULT-VALUE})")
    int seconds = 4;

    @Option(names = "--skus", paramLabel = "N", description = "products there are (default: ${DEFAULT-VALUE})")
    int skus = 10_000;

    @Option(names = "--only", paramLabel = "PART", description = "reservations or reads (default: both)")
    @Nullable Part only;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    private final PrintStream out = System.out;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new StockBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var postgres = durablePostgres();
        postgres.start();
        try (var product = new Product(postgres.jdbcUrl("inventory"), Backends.redis(), skus);
                var plain = new PlainUpdates(postgres.jdbcUrl("plain"), clients, skus)) {
            out.printf(
                    "PostgreSQL %s, fsync %s, synchronous_commit %s, full_page_writes %s; %d processors, load %.1f%n",
                    plain.setting("server_version"),
                    plain.setting("fsync"),
                    plain.setting("synchronous_commit"),
                    plain.setting("full_page_writes"),
                    Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            if (only != Part.reads) {
                reservations("one sku", 1, plain, product);
                reservations(skus + " skus", skus, plain, product);
            }
            if (only != Part.reservations) {
                reads(product);
            }
        } finally {
            postgres.stop();
        }
        return 0;
    }

    private void reservations(String where, int wide, PlainUpdates plain, Product product) throws Exception {
        contest()
                .run(
                        "reservations on " + where,
                        new Side(
                                "group commit: level, hold, journal, events",
                                product::settle,
                                random -> product.reserve(sku(random, wide), 1)),
                        new Side(
                                "a plain update per request",
                                product::settle,
                                random -> plain.reserve(sku(random, wide), 1)));
        out.println("  " + product.batches());
    }

    private void reads(Product product) throws Exception {
        var all = IntStream.range(0, skus).mapToObj(sku -> "sku-" + sku).toList();
        for (int page : new int[] {1, 50}) {
            contest()
                    .run(
                            "reads of " + page + " of " + skus + " skus",
                            new Side(
                                    "Redis",
                                    () -> product.withView(all),
                                    random -> product.read(page(all, random, page))),
                            new Side(
                                    "PostgreSQL, as Redis is away",
                                    () -> product.withoutView(all),
                                    random -> product.read(page(all, random, page))));
        }
    }

    private Contest contest() {
        return new Contest(out, clients, rounds, Duration.ofSeconds(seconds));
    }

    private static String sku(SplittableRandom random, int wide) {
        return "sku-" + random.nextInt(wide);
    }

    private static List<String> page(List<String> all, SplittableRandom random, int size) {
        int from = random.nextInt(all.size() - size + 1);
        return all.subList(from, from + size);
    }

    private static LocalPostgres durablePostgres() throws IOException {
        var directory = Files.createTempDirectory("rebate-suite-bench");
        try (var free = new ServerSocket(0)) {
            return new LocalPostgres(new ServerSettings(
                    directory, directory.resolve("server.log"), free.getLocalPort(), true, true, List.of()));
        }
    }

    /** What can be measured by itself; named as it is written. */
    enum Part {
        reservations,
        reads
    }
}
