package com.rebatesuite.deploy.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BenchCommandTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);

    @Test
    void saysSoWhenNoSuiteRuns() {
        // Port 1 is nobody's.
        assertThat(new BenchCommand(out).run("--gateway", "http://localhost:1", "--issuer", "http://localhost:1"))
                .isEqualTo(2);
        assertThat(printed.toString(UTF_8)).contains("Start it with deploy/up");
    }

    @Test
    void printsBothSidesAndTheirRatio() throws InterruptedException {
        var gateway = Side.gateway(URI.create("http://localhost:1"));
        var direct = Side.direct(URI.create("http://localhost:2"), URI.create("http://localhost:3"));
        var report = new Report(out, 8, 20, 1);

        report.orders(gateway, items(2));
        report.orders(direct, items(4));
        report.feed(gateway, new PartnerOrders.Outcome(items(1), 10));
        report.feed(direct, new PartnerOrders.Outcome(items(1), 20));
        report.print();

        assertThat(printed.toString(UTF_8).lines())
                .anyMatch(line -> line.matches(" +gateway +direct +ratio"))
                .anyMatch(line -> line.matches("shop orders/s, 8 clients +2\\.0 +4\\.0 +0\\.50"))
                .anyMatch(line -> line.matches("partner orders/s, through to shipped +10\\.0 +20\\.0 +0\\.50"));
    }

    private static Measured items(int count) throws InterruptedException {
        return Load.open(1_000, Duration.ofMillis(count), (client, turn) -> 1);
    }
}
