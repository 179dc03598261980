package com.rebatesuite.deploy.retail;

import com.rebatesuite.deploy.retail.check.OpeningStock;
import com.rebatesuite.deploy.retail.gateway.Failure;
import com.rebatesuite.deploy.retail.gateway.Gateway;
import com.rebatesuite.deploy.retail.gateway.Suite;
import com.rebatesuite.deploy.retail.invoices.History;
import com.rebatesuite.deploy.retail.invoices.InvoiceFile;
import com.rebatesuite.deploy.retail.invoices.Plan;
import com.rebatesuite.deploy.retail.invoices.Slice;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/replay}: exit code 0 when nothing differs, 1 on any difference, 2 when it could not be done. */
@Command(
        name = "deploy/replay",
        description = "Replays a retail invoice file through the gateway and compares the outcome with the file.",
        sortOptions = false)
public final class ReplayCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    @Nullable What what;

    @Option(names = "--from", paramLabel = "D", description = "first day, UK time, e.g. 2010-12-01")
    @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "last day, inclusive")
    @Nullable LocalDate to;

    @Option(names = "--limit", paramLabel = "N", description = "at most N orders, with the returns before the next")
    int limit;

    @Option(names = "--rate", paramLabel = "R|max", description = "orders per second (default: max)")
    String rate = "max";

    @Option(
            names = "--opening-stock",
            paramLabel = "N",
            description = "units received of every stock code (default: as many as are sold, so nothing is refused)")
    @Nullable Long openingStock;

    @Option(names = "--resend", description = "send again what the suite already has")
    boolean resend;

    @Option(names = "--lanes", paramLabel = "N", description = "batches in flight (default: ${DEFAULT-VALUE})")
    int lanes = 4;

    @Option(
            names = "--patience",
            paramLabel = "S",
            description = "seconds to wait for a part that is away or slow (default: ${DEFAULT-VALUE})")
    long patience = 300;

    @Option(
            names = "--pause",
            paramLabel = "MS",
            description = "milliseconds before the first repeat, doubled up to fifty times (default: ${DEFAULT-VALUE})")
    long pause = 100;

    @Option(names = "--gateway", paramLabel = "URI", description = "default: ${DEFAULT-VALUE}")
    URI gateway = URI.create("http://localhost:8080");

    @Option(names = "--issuer", paramLabel = "URI", description = "default: ${DEFAULT-VALUE}")
    URI issuer = URI.create("http://localhost:9000");

    @Option(names = "--seed", paramLabel = "S", description = "of a generated sample (default: ${DEFAULT-VALUE})")
    long seed = 1;

    @Option(names = "--invoices", paramLabel = "N", description = "of a generated sample (default: ${DEFAULT-VALUE})")
    int invoices = 300;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    /** A file to replay, or one to write. */
    static final class What {

        @Parameters(paramLabel = "FILE", description = "invoice CSV, plain or gzip")
        @Nullable Path file;

        @Option(names = "--generate-sample", paramLabel = "FILE", description = "write an invented file instead")
        @Nullable Path sample;
    }

    private final PrintStream out;
    private final boolean terminal;

    /** Prints to {@code out}; with a moving bar where {@code out} is a terminal. */
    public ReplayCommand(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... arguments) {
        var command = new ReplayCommand(System.out, Boolean.getBoolean("replay.terminal"));
        System.exit(command.run(arguments));
    }

    /** Runs the command and answers its exit code. */
    public int run(String... arguments) {
        var text = new PrintWriter(out, true, StandardCharsets.UTF_8);
        return new CommandLine(this)
                .setOut(text)
                .setErr(text)
                .setOverwrittenOptionsAllowed(true)
                .setExecutionExceptionHandler((failed, line, parsed) -> failed(failed))
                .execute(arguments);
    }

    private int failed(Exception failed) throws Exception {
        var expected = failed instanceof IOException
                || failed instanceof Failure
                || failed instanceof IllegalArgumentException
                || failed instanceof IllegalStateException;
        if (!expected) {
            throw failed;
        }
        out.println();
        out.println(failed instanceof IOException ? failed.toString() : failed.getMessage());
        return 2;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (what != null && what.sample != null) {
            new SampleFile(seed, invoices).write(what.sample);
            return 0;
        }
        if (what == null || what.file == null) {
            throw new IllegalArgumentException("FILE: none (expected: an invoice file)");
        }
        return replay(what.file);
    }

    private int replay(Path file) throws IOException, InterruptedException {
        var slice = new Slice(from, to, limit);
        var pace = pace();
        var report = new Report(out);
        var plan = slice.of(History.of(new InvoiceFile(file)));
        report.plan(plan);
        var progress = new Progress(out, terminal);
        var door = new Gateway(suite(), progress::trouble);
        var findings = new Replay(door, progress).run(plan, opening(plan, slice), pace, lanes, resend);
        report.findings(findings);
        return findings.right() ? 0 : 1;
    }

    private OpeningStock opening(Plan plan, Slice slice) {
        return openingStock == null
                ? OpeningStock.enough(plan, slice.toString())
                : OpeningStock.ofEach(plan, slice.toString(), openingStock);
    }

    private Suite suite() {
        return new Suite(
                gateway, issuer, Duration.ofSeconds(patience), Duration.ofMillis(pause), Duration.ofMillis(50 * pause));
    }

    private Pace pace() {
        try {
            return new Pace(rate.equals("max") ? Pace.MAX : Double.parseDouble(rate));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("rate: " + rate + " (expected: a number or max)", noNumber);
        }
    }
}
