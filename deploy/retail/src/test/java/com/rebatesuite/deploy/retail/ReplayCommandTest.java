package com.rebatesuite.deploy.retail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.retail.invoices.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTest {

    private static final Path SAMPLE = Path.of("sample/retail-sample.csv");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    private FakeSuite suite = start();

    private static FakeSuite start() {
        try {
            return new FakeSuite();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @BeforeEach
    void forget() {
        printed.reset();
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void replaysTheSampleWithoutDifference() {
        assertThat(replay()).as(this::printed).isZero();
        assertThat(printed()).contains("No difference.").doesNotContain("DIFFERS");
        for (var reason : Reason.values()) {
            assertThat(printed()).contains(reason.text());
        }
    }

    @Test
    void aSecondRunChangesNothing() {
        assertThat(replay()).isZero();
        var before = suite.stateAsText();

        assertThat(replay()).isZero();
        assertThat(replay("--resend")).isZero();
        assertThat(suite.stateAsText()).isEqualTo(before);
    }

    @Test
    void goesOnWhereItWasStopped() {
        suite.breakAfterBatches(5);
        assertThat(replay()).isEqualTo(2);
        assertThat(suite.orderCount()).isPositive();

        suite.breakAfterBatches(Integer.MAX_VALUE);
        assertThat(replay()).as(this::printed).isZero();
    }

    @Test
    void waitsForAServiceThatIsAway() {
        suite.beUnavailableFor(30);

        assertThat(replay()).as(this::printed).isZero();
    }

    @Test
    void givesUpWhenPatienceEnds() {
        suite.beUnavailableFor(Integer.MAX_VALUE);

        assertThat(replay("--patience", "0")).isEqualTo(2);
        assertThat(printed()).contains("did not work for 0 s");
    }

    @Test
    void endsWithOneAndNamesOrderAndLineOnADifference() throws IOException {
        var first = Files.readAllLines(SAMPLE).get(1).split(",", -1)[0];
        suite.miscalculate(first);

        assertThat(replay("--patience", "1")).isEqualTo(1);
        assertThat(printed()).contains("DIFFERS", "order " + first + " line 1 earned: expected ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 200})
    void refusedOrdersMoveNothing(int units) {
        assertThat(replay("--opening-stock", "" + units)).as(this::printed).isZero();
        assertThat(printed()).contains("orders refused (expected: as answered)");
    }

    @Test
    void slicesBuildUponEachOther() {
        assertThat(replay("--to", "2025-10-25")).as(this::printed).isZero();
        assertThat(replay("--from", "2025-10-26", "--to", "2025-10-26"))
                .as(this::printed)
                .isZero();
        assertThat(replay("--limit", "20")).as(this::printed).isZero();
        assertThat(replay()).as(this::printed).isZero();
        assertThat(replay("--to", "2025-10-25")).as(this::printed).isZero();
    }

    @Test
    void saysWhatIsWrongWithTheCommand() {
        assertThat(run("--rate", "quick", SAMPLE.toString())).isEqualTo(2);
        assertThat(printed()).contains("rate: quick");
        assertThat(run("no-such-file.csv")).isEqualTo(2);
        assertThat(printed()).contains("no-such-file.csv");
        assertThat(run("--from", "2025-10-26", "--to", "2025-10-25", SAMPLE.toString()))
                .isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("pom.xml")).isEqualTo(2);
        assertThat(printed()).contains("expected: a column InvoiceNo");
    }

    @Test
    void theSampleIsWhatItsGeneratorWrites() throws IOException {
        var written = folder.resolve("sample.csv");

        assertThat(run("--generate-sample", written.toString())).isZero();
        assertThat(written).hasSameTextualContentAs(SAMPLE);
    }

    private int replay(String... more) {
        var arguments = new ArrayList<>(List.of(
                SAMPLE.toString(),
                "--gateway",
                suite.uri().toString(),
                "--issuer",
                suite.uri().toString(),
                "--patience",
                "20",
                "--pause",
                "2"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return new ReplayCommand(new PrintStream(printed, true, UTF_8), false).run(arguments);
    }

    private String printed() {
        return printed.toString(UTF_8);
    }
}
