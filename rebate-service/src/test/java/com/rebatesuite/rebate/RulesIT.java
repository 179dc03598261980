package com.rebatesuite.rebate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators agree on: rules by four eyes, and merchants' terms. */
class RulesIT extends RunningService {

    /** Of a category of its own: the other tests live with the same rules, and some here give more. */
    private static final String OURS = RULE.replace("\"groceries\"", "\"rules-only\"");

    private static final String FUTURE = "\"valid_from\": \"2100-01-01T00:00:00Z\"";

    private String path = "";

    @BeforeAll
    void beReady() {
        await().atMost(Duration.ofSeconds(60)).until(this::ready);
    }

    @BeforeEach
    void takeANewRule() {
        path = "/ops/rebates/rules/rule-" + UUID.randomUUID();
    }

    @Test
    void letsARuleCountOnlyWhenAnotherOperatorHasApprovedIt() {
        var proposed = put(path, operator(), OURS, "If-None-Match", "*");
        assertThat(proposed.statusCode()).isEqualTo(202);
        assertThat(proposed.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(proposed.headers().firstValue("Location")).contains(path);
        assertThat(tree(proposed).path("proposal").path("proposed_by").asString())
                .isEqualTo("olga");
        assertThat(tree(get(path, operator())).has("current")).isFalse();

        assertProblem(approve(path, operator(), 1), 403, "same-person");
        var approved = approve(path, secondOperator(), 1);

        assertThat(approved.statusCode()).isEqualTo(201);
        assertThat(approved.headers().firstValue("ETag")).contains("\"2\"");
        var current = tree(get(path, operator())).path("current");
        assertThat(current.path("version").asInt()).isEqualTo(1);
        assertThat(current.path("approved_by").asString()).isEqualTo("otto");
        assertThat(current.path("terms").path("rate_basis_points").asInt()).isEqualTo(300);
    }

    @Test
    void approvesOnlyWhatTheOperatorHasSeen() {
        put(path, operator(), OURS);
        put(path, operator(), OURS.replace("300", "900"), "If-Match", "\"1\"");

        assertProblem(approve(path, secondOperator(), 1), 412, "stale-version");
        assertProblem(post(path + "/approval"), 428, "precondition-required");
        assertThat(approve(path, secondOperator(), 2).statusCode()).isEqualTo(201);
        assertProblem(approve(path, secondOperator(), 3), 409, "no-proposal");
        assertProblem(approve("/ops/rebates/rules/none", secondOperator(), 1), 404, "rule-not-found");
    }

    @Test
    void changesARuleForTheFutureAndShowsItsHistory() {
        put(path, operator(), OURS);
        approve(path, secondOperator(), 1);
        var next = "{\"title\": \"more\", \"rate_basis_points\": 400, " + FUTURE + "}";

        assertProblem(put(path, operator(), OURS), 428, "precondition-required");
        assertProblem(put(path, operator(), next, "If-None-Match", "*"), 412, "stale-version");
        assertProblem(put(path, operator(), OURS, "If-Match", "\"2\""), 409, "not-retroactive");
        assertThat(put(path, operator(), next, "If-Match", "\"2\"").statusCode())
                .isEqualTo(202);
        assertThat(approve(path, secondOperator(), 3).statusCode()).isEqualTo(200);

        var newest = tree(get(path + "/history?page_size=1", operator()));
        assertThat(newest.path("items").path(0).path("version").asInt()).isEqualTo(2);
        var cursor = newest.path("next_cursor").asString();
        var oldest = tree(get(path + "/history?page_size=1&cursor=" + cursor, operator()));
        assertThat(oldest.path("items").path(0).path("version").asInt()).isEqualTo(1);
        assertThat(oldest.path("items").path(0).path("reason").asString()).isEqualTo("orders of this year");
        assertThat(oldest.has("next_cursor")).isFalse();
    }

    @Test
    void letsNothingCountForThePast() {
        assertProblem(put(path, operator(), OURS.replace("true", "false")), 409, "valid-from-passed");
        var soon = Instant.now().plusMillis(1_500);
        var rule = OURS.replace("true", "false").replace("2026-01-01T00:00:00Z", soon.toString());
        assertThat(put(path, operator(), rule).statusCode()).isEqualTo(202);

        await().atMost(Duration.ofSeconds(20)).until(() -> Instant.now().isAfter(soon));

        assertProblem(approve(path, secondOperator(), 1), 409, "valid-from-passed");
    }

    @Test
    void forgetsAProposalThatIsWithdrawn() {
        put(path, operator(), OURS);

        assertProblem(delete(path + "/proposal", "\"7\""), 412, "stale-version");
        assertThat(delete(path + "/proposal", "\"1\"").statusCode()).isEqualTo(200);

        assertThat(get(path, operator()).statusCode()).isEqualTo(404);
        assertProblem(delete(path + "/proposal", "\"2\""), 404, "rule-not-found");
        assertThat(put(path, operator(), OURS, "If-None-Match", "*").statusCode())
                .isEqualTo(202);
    }

    @Test
    void listsRulesPageByPage() {
        for (int i = 0; i < 3; i++) {
            put(path + "-" + i, operator(), OURS);
        }
        var ids = new ArrayList<String>();
        var query = "?page_size=2";
        while (!query.isEmpty()) {
            var page = tree(get("/ops/rebates/rules" + query, operator()));
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            page.path("items").forEach(rule -> ids.add(rule.path("rule_id").asString()));
            query = page.has("next_cursor")
                    ? "?page_size=2&cursor=" + page.path("next_cursor").asString()
                    : "";
        }

        var id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(ids).isSorted().doesNotHaveDuplicates().contains(id + "-0", id + "-1", id + "-2");
    }

    @Test
    void takesEveryTermAndGivesItBack() {
        var terms = """
                "title": "Spring", "sku": "TEA", "merchant": "own", "category": "tea", "rate_basis_points": 300, \
                "tiers": [{"from": %1$s, "rate_basis_points": 400}], "min_spend": %1$s, "cap_per_line": %1$s, \
                "cap_per_order": %1$s, "cap_per_user": %1$s, "cap_period": "month", "budget": %1$s, "currency": "GBP", \
                "priority": 7, "stackable": true, "new_users_only": true, "coupon_required": true, \
                "valid_from": "2100-01-01T00:00:00Z", "valid_until": "2100-02-01T00:00:00Z", "active": true""".formatted("{\"currency\": \"GBP\", \"minor\": 500}");

        var answer = put(path, operator(), "{" + terms + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(tree(answer).path("proposal").path("terms"))
                .isEqualTo(Contracts.tree(("{" + terms + "}").getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"title\": \"\", \"rate_basis_points\": 1",
                "\"rate_basis_points\": 1",
                "\"title\": \"t\"",
                "\"title\": \"t\", \"rate_basis_points\": 10001",
                "\"title\": \"t\", \"rate_basis_points\": -1",
                "\"title\": \"t\", \"rate_basis_points\": 1, \"fixed\": {\"currency\": \"GBP\", \"minor\": 1}, \"currency\": \"GBP\"",
                "\"title\": \"t\", \"fixed\": {\"currency\": \"GBP\", \"minor\": 1}, \"tiers\": [], \"currency\": \"GBP\"",
                "\"title\": \"t\", \"fixed\": {\"currency\": \"GBP\", \"minor\": 1}",
                "\"title\": \"t\", \"fixed\": {\"currency\": \"GBP\", \"minor\": 1}, \"currency\": \"EUR\"",
                "\"title\": \"t\", \"fixed\": {\"currency\": \"GBP\"}, \"currency\": \"GBP\"",
                "\"title\": \"t\", \"rate_basis_points\": 1, \"cap_period\": \"month\"",
                "\"title\": \"t\", \"rate_basis_points\": 1, \"cap_per_user\": {\"currency\": \"GBP\", \"minor\": 1}, \"currency\": \"GBP\"",
                "\"title\": \"t\", \"rate_basis_points\": 1, \"priority\": 1001",
                "\"title\": \"t\", \"rate_basis_points\": 1, \"tiers\": [null]",
                "\"title\": \"t\", \"rate_basis_points\": 1, \"valid_until\": \"2099-01-01T00:00:00Z\"",
                "\"title\": \"t\", \"rate_basis_points\": 1, \"retroactive\": true",
                "\"title\": \"t\", \"rate_basis_points\": 1, \"retroactive\": true, \"reason\": \" \""
            })
    void refusesWhatIsNoRule(String terms) {
        var answer = put(path, operator(), "{" + terms + ", " + FUTURE + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(get(path, operator()).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatItCannotReadAndWhoeverIsNoOperator() {
        assertProblem(put("/ops/rebates/rules/-r", operator(), OURS), 400, "bad-rule-id");
        assertProblem(put(path, operator(), OURS, "If-Match", "\"x\""), 400, "bad-etag");
        assertProblem(get("/ops/rebates/rules?page_size=0", operator()), 400, "bad-page-size");
        assertProblem(get("/ops/rebates/rules?cursor=%21", operator()), 400, "bad-cursor");
        assertThat(put(path, token("alice"), OURS).statusCode()).isEqualTo(403);
        assertThat(approve(path, token("alice"), 1).statusCode()).isEqualTo(403);
        assertThat(get("/ops/rebates/merchants/farm/terms", token("alice")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void changesAMerchantsTermsOnTopOfWhatWasSeen() {
        var merchant = "/ops/rebates/merchants/farm-" + UUID.randomUUID() + "/terms";
        var usual = get(merchant, operator());
        assertThat(usual.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(usual.body()).contains("\"confirm_after_days\":30", "\"clawback\":\"offset\"");

        var terms = "{\"confirm_after_days\": 14, \"clawback\": \"negative\"}";
        assertThat(put(merchant, operator(), terms, "If-Match", "\"0\"").statusCode())
                .isEqualTo(200);

        assertProblem(put(merchant, operator(), terms), 428, "precondition-required");
        assertProblem(put(merchant, operator(), terms, "If-Match", "\"0\""), 412, "stale-version");
        var changed = get(merchant, operator());
        assertThat(changed.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(changed.body()).contains("\"confirm_after_days\":14", "\"clawback\":\"negative\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"confirm_after_days\": 366, \"clawback\": \"offset\"}",
                "{\"confirm_after_days\": -1, \"clawback\": \"offset\"}",
                "{\"confirm_after_days\": 1, \"clawback\": \"never\"}",
                "{\"confirm_after_days\": 1}",
                "{\"clawback\": \"offset\"}"
            })
    void refusesWhatIsNoAgreement(String terms) {
        assertThat(put("/ops/rebates/merchants/farm/terms", operator(), terms).statusCode())
                .isEqualTo(400);
    }

    @Test
    void goesOnAfterRecordsThatAreMalformed() {
        for (var topic : new String[] {"rebate-rules", "merchant-terms"}) {
            send(topic, "nonsense", "{".getBytes(UTF_8));
            send(topic, "nonsense", new byte[0]);
        }

        assertThat(put(path, operator(), OURS).statusCode()).isEqualTo(202);
        assertThat(tree(get(path, operator())).has("proposal")).isTrue();
        assertThat(ready()).isTrue();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    private HttpResponse<String> post(String where) {
        return exchange(request(where, secondOperator()).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> delete(String where, String ifMatch) {
        return exchange(request(where, operator()).header("If-Match", ifMatch).DELETE());
    }
}
