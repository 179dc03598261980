package com.rebatesuite.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final RestartPolicy policy =
            new RestartPolicy(4, Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(3));

    @Test
    void pausesLongerAfterEachDeathButNotForEver() {
        assertThat(policy.afterDeath(NOON)).contains(Duration.ofSeconds(1));
        assertThat(policy.afterDeath(NOON)).contains(Duration.ofSeconds(2));
        assertThat(policy.afterDeath(NOON)).contains(Duration.ofSeconds(3));
        assertThat(policy.afterDeath(NOON)).contains(Duration.ofSeconds(3));
    }

    @Test
    void givesUpWhatDiesTooOften() {
        for (int i = 0; i < 4; i++) {
            assertThat(policy.afterDeath(NOON)).isPresent();
        }

        assertThat(policy.afterDeath(NOON)).isEmpty();
    }

    @Test
    void forgivesWhatWasLongAgo() {
        for (int i = 0; i < 50; i++) {
            assertThat(policy.afterDeath(NOON.plus(Duration.ofMinutes(6L * i)))).contains(Duration.ofSeconds(1));
        }
    }

    @Test
    void saysWhichTryItIs() {
        var unused = policy.afterDeath(NOON);

        assertThat(policy.progress()).isEqualTo("1 of 4");
    }

    @Test
    void refusesANegativeNumberOfTries() {
        assertThatThrownBy(() -> new RestartPolicy(-1, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .hasMessage("tries: -1 (expected: >= 0)");
    }
}
