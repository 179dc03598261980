package com.rebatesuite.deploy.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Goods, shoppers and what they do. */
final class Shop {

    private static final String RULE = "/ops/rebates/rules/bench-5pct";
    private static final int GOODS = 20;
    private static final long STOCK = 10_000_000;
    private static final long PRICE_MINOR = 1_000;
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(8);

    private record Token(String value, long endNanos) {}

    private final Http http;
    private final URI gateway;
    private final Webhook webhook;
    private final Duration poll;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Shop(Http http, URI gateway, Webhook webhook, Duration poll) {
        this.http = http;
        this.gateway = gateway;
        this.webhook = webhook;
        this.poll = poll;
    }

    /** Goods in the catalogue and on the shelf, and a rule that gives five percent back. */
    void open() throws IOException, InterruptedException {
        var operator = http.token("ops-cli", "ops", "");
        var items = new ArrayList<Map<String, Object>>();
        var lines = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < GOODS; i++) {
            items.add(Map.of(
                    "sku",
                    sku(i),
                    "title",
                    "Bench goods " + i,
                    "category",
                    "bench",
                    "merchant",
                    "bench",
                    "price",
                    Map.of("currency", "GBP", "minor", PRICE_MINOR)));
            lines.add(Map.of("sku", sku(i), "quantity", STOCK));
        }
        must(http.post(gateway, "/ops/catalogue/imports", operator, Map.of("items", items)), "import goods");
        must(
                http.post(
                        gateway, "/ops/stock/receipts", operator, Map.of("reference", "bench/" + run, "lines", lines)),
                "receive goods");
        rule(operator);
    }

    /** One operator proposes the rule, another approves it. */
    private void rule(String operator) throws IOException, InterruptedException {
        if (!http.get(gateway, RULE, operator).good()) {
            var rule = Map.of(
                    "title",
                    "5 % on bench goods",
                    "merchant",
                    "bench",
                    "rate_basis_points",
                    500,
                    "valid_from",
                    "2020-01-01T00:00:00Z",
                    "retroactive",
                    true,
                    "reason",
                    "the bench is open at once");
            must(http.put(gateway, RULE, operator, rule), "propose the rule");
        }
        var proposed = awaitRule(operator, "revision");
        if (!proposed.has("current")) {
            var other = http.token("ops-cli-2", "ops", "");
            int revision = proposed.path("revision").asInt();
            must(http.postOnTop(gateway, RULE + "/approval", other, revision), "approve the rule");
        }
        var unused = awaitRule(operator, "current");
    }

    private JsonNode awaitRule(String operator, String field) throws IOException, InterruptedException {
        var end = Instant.now().plusSeconds(30);
        var rule = http.get(gateway, RULE, operator);
        while (!rule.good() || !rule.body().has(field)) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("rule bench-5pct: " + rule + " (expected: with " + field + ")");
            }
            Thread.sleep(poll);
            rule = http.get(gateway, RULE, operator);
        }
        return rule.body();
    }

    /** Places one order of a shopper. */
    Placed place(Side side, String shopper, long turn) throws IOException, InterruptedException {
        var line = Map.of("sku", sku(turn), "quantity", 1 + turn % 3);
        var answer = http.post(side.orders(), "/api/orders", tokenOf(shopper), Map.of("lines", List.of(line)));
        must(answer, "place an order");
        requireNotRejected(answer);
        var body = answer.body();
        return new Placed(
                body.path("order_id").asString(),
                body.path("state").asString(""),
                body.path("total").path("minor").asLong());
    }

    /** Not an IOException, which would be counted: who measures refusals measures nothing. */
    private static void requireNotRejected(Http.Answer answer) {
        if (answer.body().path("state").asString("").equals("REJECTED")) {
            throw new IllegalStateException("order: " + answer.body() + " (expected: goods and quota for all orders)");
        }
    }

    /** An order as it was answered. */
    record Placed(String id, String state, long totalMinor) {}

    /** From the order to the moment the shopper sees the rebate in the balance. */
    long orderToBalance(Side side, String shopper, long turn) throws IOException, InterruptedException {
        var placed = place(side, shopper, turn);
        pay(side, placed);
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (earned(side, shopper) == 0) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("no rebate for " + placed);
            }
            Thread.sleep(poll);
        }
        return 1;
    }

    private void pay(Side side, Placed placed) throws IOException, InterruptedException {
        var now = Instant.now();
        var id = "bench-" + placed.id();
        var body = http.json(Map.of(
                "type", "payment.succeeded",
                "timestamp", now.toString(),
                "data",
                        Map.of(
                                "order_id", placed.id(),
                                "payment_reference", id,
                                "amount", Map.of("currency", "GBP", "minor", placed.totalMinor()))));
        Http.@Nullable Answer answer = null;
        // An order that waits for its hold cannot be paid yet: the provider would come again.
        for (int attempt = 0; attempt < 20 && (answer == null || answer.status() == 409); attempt++) {
            if (answer != null) {
                Thread.sleep(poll);
            }
            answer = http.post(side.orders(), "/webhooks/payments", webhook.headers(id, now, body), body);
        }
        if (answer == null || !answer.good()) {
            throw new IOException("pay " + placed + ": " + answer);
        }
    }

    private long earned(Side side, String shopper) throws IOException, InterruptedException {
        var answer = http.get(side.rebates(), "/api/rebates/balance", tokenOf(shopper));
        must(answer, "read the balance");
        var earned = 0L;
        for (var balance : answer.body().path("balances")) {
            earned += balance.path("earned").asLong();
        }
        return earned;
    }

    /** Sends a batch of partner orders; answers their numbers. */
    List<String> feed(Side side, String token, int client, long turn, int size)
            throws IOException, InterruptedException {
        var orders = new ArrayList<Map<String, Object>>();
        var numbers = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            var number = "bench-" + run + "-" + side.name() + "-" + client + "-" + turn + "-" + i;
            numbers.add(number);
            orders.add(Map.of(
                    "external_number",
                    number,
                    "user_id",
                    "retail-bench-" + client + "-" + i,
                    "occurred_at",
                    Instant.now().toString(),
                    "status",
                    "shipped",
                    "currency",
                    "GBP",
                    "lines",
                    List.of(line(i), line(i + 1), line(i + 2))));
        }
        var answer = http.post(side.orders(), "/partners/orders", token, Map.of("orders", orders));
        must(answer, "feed orders");
        for (var result : answer.body().path("results")) {
            if (!result.path("status").asString("").equals("accepted")) {
                throw new IOException("feed orders: " + result);
            }
        }
        return numbers;
    }

    private static Map<String, Object> line(int number) {
        return Map.of("sku", sku(number), "quantity", 2, "unit_price", "10.00", "category", "bench");
    }

    String partnerToken() throws IOException, InterruptedException {
        return http.token("partner-retail", "partner", "");
    }

    /** Waits until the last order of a feed has left the house, so that nothing of it disturbs what comes next. */
    void awaitShipped(Side side, String token, String number) throws IOException, InterruptedException {
        var end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (System.nanoTime() - end < 0) {
            var answer = http.get(side.orders(), "/partners/orders?external_number=" + number, token);
            if (answer.body().path("orders").path(0).path("state").asString("").equals("SHIPPED")) {
                return;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new IOException("order " + number + " was not shipped within five minutes");
    }

    /** A shopper of this run. */
    String shopper(String kind, long number) {
        return "retail-bench-" + run + "-" + kind + "-" + number;
    }

    String tokenOf(String shopper) throws IOException, InterruptedException {
        var known = tokens.get(shopper);
        if (known == null || System.nanoTime() - known.endNanos() > 0) {
            known = new Token(http.token("demo-cli", "shop", shopper), System.nanoTime() + TOKEN_LIFE.toNanos());
            tokens.put(shopper, known);
        }
        return known.value();
    }

    private static String sku(long number) {
        return "BENCH-" + number % GOODS;
    }

    private static void must(Http.Answer answer, String what) throws IOException {
        if (!answer.good()) {
            throw new IOException(what + ": " + answer.status() + " " + answer.body());
        }
    }
}
