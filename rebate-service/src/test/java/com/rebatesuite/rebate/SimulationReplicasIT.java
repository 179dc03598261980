package com.rebatesuite.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of simulations on another replica. While Kafka is away they neither go on nor end by themselves. */
class SimulationReplicasIT extends RunningService {

    private static final String PATH = "/ops/rebates/simulations";

    private final String rule = "rule-" + UUID.randomUUID();

    @Test
    void stopsWhatRunsElsewhereAndShowsAsAbandonedWhatWasKilled() throws IOException {
        await().atMost(Duration.ofSeconds(60)).until(this::ready);
        agreeOn(rule, RULE.replace("groceries", rule));
        try (var other = new KillableService(List.of(
                "--simulation.patience=5m",
                "--payout.webhook.secrets=whsec_bG9jYWwtcGF5b3V0LXdlYmhvb2stc2VjcmV0",
                "--quote.keys=test:dGVzdC1xdW90ZXMtMDEyMzQ1Njc4OWFiY2RlZmdoaWpr"))) {
            other.start();
            awaitRule(other);
            Backends.kafka().kill();
            try {
                var running = ask(other);
                var waiting = ask(other);
                awaitState(running, "running");

                assertThat(exchange(request(waiting, operator()).DELETE()).statusCode())
                        .isEqualTo(202);
                awaitState(waiting, "stopped");

                assertThat(exchange(request(running, operator()).DELETE()).statusCode())
                        .isEqualTo(202);
                awaitState(running, "stopped");
                var doomed = ask(other);
                awaitState(doomed, "running");
                other.kill();
                awaitState(doomed, "abandoned");
            } finally {
                Backends.kafka().start();
            }
        }
    }

    private void awaitRule(KillableService other) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> KillableService.exchange(other.request("/ops/rebates/rules/" + rule)
                                        .header("Authorization", "Bearer " + operator()))
                                .statusCode()
                        == 200);
    }

    private String ask(KillableService other) throws IOException {
        var body = "{\"rule_id\": \"%s\", \"from\": \"2026-02-10T00:00:00Z\", \"to\": \"2026-02-12T00:00:00Z\"}"
                .formatted(rule);
        var asked = KillableService.exchange(other.request(PATH)
                .header("Authorization", "Bearer " + operator())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        return asked.headers().firstValue("Location").orElseThrow();
    }

    /** As this replica shows it. */
    private void awaitState(String path, String state) {
        await().atMost(Duration.ofSeconds(60)).until(() -> state(get(path, operator())), state::equals);
    }

    private static String state(HttpResponse<String> found) {
        return tree(found).path("state").asString();
    }
}
