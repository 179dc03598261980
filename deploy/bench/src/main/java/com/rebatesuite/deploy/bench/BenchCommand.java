package com.rebatesuite.deploy.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/bench/run}: measures a suite that runs; exit code 2 when none does. */
@Command(
        name = "deploy/bench/run",
        description = "Measures the running suite, through the gateway and beside it.",
        sortOptions = false)
public final class BenchCommand implements Callable<Integer> {

    @Option(names = "--clients", paramLabel = "N", description = "shoppers at once (default: ${DEFAULT-VALUE})")
    int clients = 8;

    @Option(names = "--seconds", paramLabel = "S", description = "per throughput figure (default: ${DEFAULT-VALUE})")
    int seconds = 10;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "orders per second, order → balance (default: ${DEFAULT-VALUE})")
    double rate = 20;

    @Option(names = "--latency-seconds", paramLabel = "S", description = "of it, per side (default: ${DEFAULT-VALUE})")
    int latencySeconds = 30;

    @Option(names = "--warm-up", paramLabel = "S", description = "seconds before each side (default: ${DEFAULT-VALUE})")
    int warmUp = 5;

    @Option(
            names = "--poll",
            paramLabel = "MS",
            description = "between two looks at the balance (default: ${DEFAULT-VALUE})")
    // Looking more often fills two cores with the looking itself.
    int poll = 100;

    @Option(names = "--gateway", paramLabel = "URI", description = "default: ${DEFAULT-VALUE}")
    URI gateway = URI.create("http://localhost:8080");

    @Option(names = "--issuer", paramLabel = "URI", description = "default: ${DEFAULT-VALUE}")
    URI issuer = URI.create("http://localhost:9000");

    @Option(names = "--order-service", paramLabel = "URI", description = "default: ${DEFAULT-VALUE}")
    URI orderService = URI.create("http://localhost:8081");

    @Option(names = "--rebate-service", paramLabel = "URI", description = "default: ${DEFAULT-VALUE}")
    URI rebateService = URI.create("http://localhost:8083");

    @Option(names = "--webhook-secret", description = "of the payment provider (default: the local one)")
    String webhookSecret = "whsec_bG9jYWwtcGF5bWVudC13ZWJob29rLXNlY3JldA==";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    private final PrintStream out;

    /** Prints to {@code out}. */
    public BenchCommand(PrintStream out) {
        this.out = out;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... arguments) {
        System.exit(new BenchCommand(System.out).run(arguments));
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
        if (failed instanceof IOException) {
            out.println("The suite does not do what the benchmark needs: " + failed);
            out.println("Start it with deploy/up and wait until deploy/status shows every part as ready.");
            return 2;
        }
        throw failed;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var shop = new Shop(new Http(issuer), gateway, new Webhook(webhookSecret), Duration.ofMillis(poll));
        shop.open();
        var sides = List.of(Side.gateway(gateway), Side.direct(orderService, rebateService));
        var report = new Report(out, clients, rate, seconds);
        // Figure by figure, not side by side: else the second side would meet a warmer suite than the first.
        for (var side : sides) {
            say("shop orders", side);
            report.orders(side, new ShopOrders(shop, side, clients).measure(ofSeconds(warmUp), ofSeconds(seconds)));
        }
        for (var side : sides) {
            say("partner orders", side);
            report.feed(side, new PartnerOrders(shop, side).measure(ofSeconds(warmUp), ofSeconds(seconds)));
        }
        for (var side : sides) {
            say("order to balance", side);
            report.balance(
                    side, new OrderToBalance(shop, side, rate).measure(ofSeconds(warmUp), ofSeconds(latencySeconds)));
        }
        report.print();
        return 0;
    }

    private void say(String figure, Side side) {
        out.println("measuring " + figure + ", " + side.name());
    }

    private static Duration ofSeconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
