package com.rebatesuite.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.platform.PlatformIT;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemIT extends PlatformIT {

    @Autowired
    private JsonMapper mapper;

    @Test
    void namesEachOffendingFieldWithWhatIsExpected() {
        var problem = problem(post("{\"name\": \" \", \"unit_count\": 0}"), 400, "invalid-request", false);

        assertThat(problem.path("detail").stringValue())
                .isEqualTo("name:   (expected: must not be blank); "
                        + "unit_count: 0 (expected: must be greater than or equal to 1)");
    }

    @Test
    void repeatsWhatARecordSaysOfItsOwnBounds() {
        var problem = problem(post("{\"name\": \"x\", \"unit_count\": 1001}"), 400, "unreadable-body", false);

        assertThat(problem.path("detail").stringValue()).contains("unit_count: 1001 (expected: 1..1000)");
    }

    @Test
    void namesTheFieldThatIsNotReadableAndNoClass() {
        var problem = problem(post("{\"name\": \"x\", \"unit_count\": \"many\"}"), 400, "unreadable-body", false);

        assertThat(problem.path("detail").stringValue()).isEqualTo("unit_count: many (expected: a whole number)");
    }

    @Test
    void saysInWordsOfTheWireWhatAParameterShouldHaveBeen() {
        var problem = problem(get("/api/things/text"), 400, "invalid-request", false);

        assertThat(problem.path("detail").stringValue()).endsWith(": text (expected: a whole number)");
    }

    @Test
    void answersEverythingThatMvcRefusesInTheSameForm() {
        problem(post("no json"), 400, "unreadable-body", false);
        problem(post(""), 400, "unreadable-body", false);
        problem(get("/api/nowhere"), 404, "not-found", false);
        problem(get("/api/things/text"), 400, "invalid-request", false);
        problem(get("/api/things?page_size=0"), 400, "invalid-request", false);
        problem(get("/api/things?cursor=nonsense"), 400, "bad-cursor", false);
        problem(get("/api/things/0"), 404, "unknown-thing", false);
        problem(send(as(token("alice", "shop"), "/api/things").DELETE()), 405, "method-not-allowed", false);
        problem(
                send(as(token("alice", "shop"), "/api/things")
                        .header("Content-Type", "text/plain")
                        .header("Idempotency-Key", "k")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))),
                415,
                "unsupported-media-type",
                false);
    }

    @Test
    void says503WhenAStoreIsAwayAndNothingOfItsInternals() {
        var response = get("/api/things/-1");

        var problem = problem(response, 503, "unavailable", true);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void answersWhatTheFirewallRefuses() {
        var response = get("/api/things/..%2f..%2fetc");

        assertThat(response.statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> get(String path) {
        return send(as(token("alice", "shop"), path));
    }

    private HttpResponse<String> post(String body) {
        return send(as(token("alice", "shop"), "/api/things")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode problem(HttpResponse<String> response, int status, String code, boolean retryable) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = mapper.readTree(response.body());
        assertThat(problem.path("type").stringValue()).isEqualTo("urn:problem:" + code);
        assertThat(problem.path("code").stringValue()).isEqualTo(code);
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("retryable").booleanValue()).isEqualTo(retryable);
        assertThat(problem.path("trace_id").asString()).matches("[0-9a-f]{32}");
        return problem;
    }
}
