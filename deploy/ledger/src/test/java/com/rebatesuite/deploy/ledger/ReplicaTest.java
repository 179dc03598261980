package com.rebatesuite.deploy.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReplicaTest {

    private final Findings findings = new Findings();
    private final Replica replica = new Replica(findings);

    /** The example is written by the ledger's own code: both make the same hashes, balances and cents of it. */
    @Test
    void agreesWithTheLedgerAboutTheExampleOfTheContract() {
        replica.take("shopper-1", example().getBytes(UTF_8));

        assertThat(findings.lines()).isEmpty();
        assertThat(replica.decisions()).isEqualTo(1);
        assertThat(replica.entries()).isPositive();
        assertThat(replica.totals().values())
                .allSatisfy(buckets -> assertThat(buckets.total()).isZero());
    }

    @Test
    void namesARecordThatCannotBeReadAndOneUnderAnotherKey() {
        replica.take("shopper-1", "rubbish".getBytes(UTF_8));
        replica.take("shopper-2", example().getBytes(UTF_8));

        assertThat(findings.counts().keySet())
                .containsExactlyInAnyOrder("every record of the log can be read", "a record's key is its user");
    }

    @Test
    void skipsWhatIsNoRecording() {
        replica.take(
                "shopper-1",
                example().replace("rebate-recorded.v2", "another.v1").getBytes(UTF_8));

        assertThat(replica.decisions()).isZero();
        assertThat(findings.none()).isTrue();
    }

    private static String example() {
        try {
            return Files.readString(
                    Path.of(System.getProperty("contracts.home")).resolve("events/rebate-recorded.v2.example.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
