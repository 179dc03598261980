package com.rebatesuite.deploy.ledger;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/verify-ledger}: exit code 0 when nothing is wrong, 1 when something is, 2 when it could not be done. */
@Command(
        name = "deploy/verify-ledger",
        description =
                "Recomputes every balance, chain and cent of the ledger from the topic rebates, and compares it with "
                        + "what Cassandra serves.",
        sortOptions = false)
public final class VerifyCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Option(names = "--brokers", paramLabel = "HOST:PORT", description = "of Kafka (default: ${DEFAULT-VALUE})")
    String brokers = "localhost:19092";

    @Option(names = "--cassandra", paramLabel = "HOST:PORT", description = "a node (default: ${DEFAULT-VALUE})")
    String cassandra = "localhost:19042";

    @Option(names = "--datacenter", paramLabel = "NAME", description = "of that node (default: ${DEFAULT-VALUE})")
    String datacenter = "datacenter1";

    @Option(names = "--keyspace", paramLabel = "NAME", description = "of the views (default: ${DEFAULT-VALUE})")
    String keyspace = "rebate";

    @Option(
            names = "--patience",
            paramLabel = "S",
            description = "seconds that the views may be behind the log (default: ${DEFAULT-VALUE})")
    int patience = 30;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    private final PrintStream out;
    private final Findings findings = new Findings();

    /** Prints to {@code out}. */
    public VerifyCommand(PrintStream out) {
        this.out = out;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... arguments) {
        System.exit(new VerifyCommand(System.out).run(arguments));
    }

    /** Runs the command and answers its exit code. */
    public int run(String... arguments) {
        var text = new PrintWriter(out, true, StandardCharsets.UTF_8);
        return new CommandLine(this)
                .setOut(text)
                .setErr(text)
                .setExecutionExceptionHandler((failed, line, parsed) -> failed(failed))
                .execute(arguments);
    }

    private int failed(Exception failed) throws Exception {
        if (failed instanceof RuntimeException) {
            out.println("The ledger could not be verified: " + failed);
            return 2;
        }
        throw failed;
    }

    @Override
    public Integer call() throws InterruptedException {
        var replica = new Replica(findings);
        try (var topic = new RebatesTopic(brokers)) {
            topic.read(replica::take);
        }
        out.printf(
                "log: %,d decisions with %,d entries of %,d accounts%n",
                replica.decisions(), replica.entries(), replica.accounts().size());
        replica.totals().forEach((currency, buckets) -> out.println("  " + currency + " " + buckets));
        compare(replica);
        return report();
    }

    private void compare(Replica replica) throws InterruptedException {
        try (var served = new Served(cassandra, datacenter, keyspace)) {
            var comparison = new Comparison(served, findings);
            var deadline = System.nanoTime() + Duration.ofSeconds(patience).toNanos();
            for (var account : replica.accounts()) {
                await(comparison, account, deadline);
                comparison.compare(account);
            }
            out.printf(
                    "views: %,d accounts compared with the log%n",
                    replica.accounts().size());
        }
    }

    private static void await(Comparison comparison, Account account, long deadline) throws InterruptedException {
        LongSupplier now = System::nanoTime;
        while (!comparison.caughtUp(account) && now.getAsLong() < deadline) {
            Thread.sleep(PAUSE);
        }
    }

    private int report() {
        findings.lines().forEach(out::println);
        out.println(findings.none() ? "nothing is wrong" : findings.count() + " findings");
        return findings.none() ? 0 : 1;
    }
}
