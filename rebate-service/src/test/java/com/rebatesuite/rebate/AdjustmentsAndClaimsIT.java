package com.rebatesuite.rebate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators and shoppers command, through the real ledger and back: told over HTTP, seen in what is served. */
class AdjustmentsAndClaimsIT extends RunningService {

    private String user = "";
    private String order = "";

    @BeforeAll
    void haveARule() {
        makeARule();
    }

    @BeforeEach
    void beSomebodyNew() {
        user = "shopper-" + UUID.randomUUID();
        order = UUID.randomUUID().toString();
    }

    @Test
    void adjustsWhatTwoOperatorsAgreeOnAndNothingElse() {
        pay(event("order-paid", order, user));
        var path = "/ops/rebates/users/" + user + "/adjustments";
        var body = "{\"amount\": {\"currency\": \"GBP\", \"minor\": 250}, \"reason\": \"goodwill for a late parcel\"}";

        var proposed = post(path, by("olga"), body, "Idempotency-Key", "key");
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        var id = tree(proposed).path("adjustment_id").asString();
        assertThat(post(path, by("olga"), body, "Idempotency-Key", "key")
                        .headers()
                        .firstValue("Idempotency-Hit"))
                .contains("true");
        assertThat(decide(id, "approval", "olga").statusCode()).isEqualTo(403);
        assertThat(get("/ops/rebates/adjustments?state=proposed&page_size=200", by("oscar"))
                        .body())
                .contains(id);

        var approved = decide(id, "approval", "oscar");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(decide(id, "refusal", "otto").statusCode()).isEqualTo(409);
        assertThat(decide(id, "approval", "otto").statusCode()).isEqualTo(200);
        awaitBalance(user, "available", 250);
    }

    /** Whoever is first, both hear the same, and the money moves once or not at all. */
    @Test
    void letsOneOfTwoOperatorsDecide() throws InterruptedException, ExecutionException {
        pay(event("order-paid", order, user));
        var body = "{\"amount\": {\"currency\": \"GBP\", \"minor\": 70}, \"reason\": \"goodwill for a late parcel\"}";
        var proposed = post("/ops/rebates/users/" + user + "/adjustments", by("olga"), body, "Idempotency-Key", "key");
        var id = tree(proposed).path("adjustment_id").asString();
        Callable<Integer> approve = () -> decide(id, "approval", "oscar").statusCode();
        Callable<Integer> refuse = () -> decide(id, "refusal", "otto").statusCode();

        var statuses = new ArrayList<Integer>();
        try (var operators = Executors.newFixedThreadPool(2)) {
            for (var status : operators.invokeAll(List.of(approve, refuse))) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        var state = tree(get("/ops/rebates/adjustments/" + id, by("olga")))
                .path("state")
                .asString();
        assertThat(state).isEqualTo(statuses.getFirst() == 200 ? "booked" : "refused");
        awaitBalance(user, "available", state.equals("booked") ? 70 : 0);
    }

    @Test
    void matchesAClaimWithWhatThePartnerTellsLater() {
        var claim = file("B-1");
        assertThat(tree(claim).path("state").asString()).isEqualTo("open");
        var id = tree(claim).path("claim_id").asString();

        pay(partner("B-1"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                get("/api/rebates/claims/" + id, token(user)).body())
                        .contains("\"state\":\"matched\"", order));
        assertThat(get("/api/rebates/claims/" + id, token("somebody-else")).statusCode())
                .isEqualTo(404);
        assertThat(grant(id, 126).statusCode()).isEqualTo(409);
    }

    @Test
    void paysWhatAnOperatorGrants() {
        var id = tree(file("B-2")).path("claim_id").asString();
        assertThat(get("/ops/rebates/claims?state=open&page_size=200", by("olga"))
                        .body())
                .contains(id);

        var granted = grant(id, 126);

        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
        assertThat(grant(id, 126).statusCode()).isEqualTo(200);
        assertThat(grant(id, 127).statusCode()).isEqualTo(409);
        awaitBalance(user, "available", 126);
    }

    @Test
    void cutsAndRejectsWhatAPartnerDoesNotStandBy() {
        pay(partner("B-3"));
        awaitBalance(user, "estimated", 27);
        var path = "/ops/rebates/orders/" + order;
        var cut = "{\"lines\": [{\"line\": 1, \"base\": {\"currency\": \"GBP\", \"minor\": 600}}],"
                + " \"reason\": \"corrected by the partner\"}";

        var would = post(path + "/amendments?dry_run=true", by("olga"), cut, "Idempotency-Key", "cut");
        assertThat(tree(would).path("lines").path(0).path("after").path("minor").asInt())
                .isEqualTo(18);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(post(path + "/amendments", by("olga"), cut, "Idempotency-Key", "cut")
                            .statusCode())
                    .isEqualTo(200);
        }
        awaitBalance(user, "estimated", 18);

        var rejected =
                post(path + "/rejections", by("olga"), "{\"reason\": \"bought for resale\"}", "Idempotency-Key", "no");
        assertThat(rejected.statusCode()).as(rejected.body()).isEqualTo(200);
        awaitBalance(user, "estimated", 0);
        assertThat(get("/api/rebates/orders/" + order, token(user)).body()).contains("bought for resale", "rejected");
    }

    @Test
    void settlesManyAtOnceAndFreezes() {
        pay(partner("B-4"));
        awaitBalance(user, "estimated", 27);
        send("orders", user, partner("B-4", event("order-completed", order, user)));
        awaitBalance(user, "confirmed", 27);

        var settled = put(
                "/ops/rebates/settlements",
                by("olga"),
                "{\"order_ids\": [\"" + order + "\", \"" + UUID.randomUUID() + "\"]}");
        assertThat(settled.body()).contains("accepted", "rebate-not-found");
        awaitBalance(user, "available", 27);

        var freeze = "/ops/rebates/users/" + user + "/freeze";
        var frozen = put(freeze, by("olga"), "{\"reason\": \"three methods in one day\"}");
        assertThat(frozen.statusCode()).as(frozen.body()).isEqualTo(200);
        var released = exchange(
                request(freeze + "?reason=identity-confirmed", by("oscar")).DELETE());
        assertThat(tree(released).path("frozen").asBoolean(true)).isFalse();
    }

    private void pay(byte[] paid) {
        send("orders", user, paid);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> tree(get("/api/rebates/balance", token(user)))
                                        .path("version")
                                        .asInt()
                                > 0
                        && get("/ops/rebates/orders/" + order, by("olga")).statusCode() == 200);
    }

    private HttpResponse<String> file(String number) {
        var body = """
                {"merchant": "bookshop", "external_number": "%s", "purchased_at": "%s",
                 "amount": {"currency": "GBP", "minor": 4200}}""".formatted(number, Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
        var filed = post("/api/rebates/claims", token(user), body, "Idempotency-Key", number);
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
        return filed;
    }

    private HttpResponse<String> grant(String claimId, int minor) {
        return post(
                "/ops/rebates/claims/" + claimId + "/decision",
                by("olga"),
                "{\"granted\": {\"currency\": \"GBP\", \"minor\": " + minor + "}, \"reason\": \"seen the receipt\"}");
    }

    private HttpResponse<String> decide(String id, String decision, String by) {
        return post("/ops/rebates/adjustments/" + id + "/" + decision, by(by), "{}", "Prefer", "wait=10");
    }

    private HttpResponse<String> post(String path, String token, String body, String... headers) {
        var request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    private byte[] partner(String number) {
        return partner(number, event("order-paid", order, user));
    }

    private static byte[] partner(String number, byte[] event) {
        return new String(event, UTF_8)
                .replace(
                        "\"channel\": \"shop\"",
                        "\"channel\": \"partner\", \"partner\": \"bookshop\", \"external_number\": \"" + number + "\"")
                .getBytes(UTF_8);
    }

    private static String by(String operator) {
        return Backends.issuer().token(operator, "shop", "ops");
    }
}
