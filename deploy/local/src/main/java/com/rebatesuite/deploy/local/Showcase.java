package com.rebatesuite.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes sure that the door leads everywhere, and puts some goods and rules into the empty shop, once. */
final class Showcase {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final long ASK_AGAIN_NANOS = 500_000_000;

    private final Layout layout;
    private final Addresses addresses;
    private final Reporter reporter;

    Showcase(Layout layout, Addresses addresses, Reporter reporter) {
        this.layout = layout;
        this.addresses = addresses;
        this.reporter = reporter;
    }

    void open() {
        awaitRegistration();
        var shopper = token("demo-cli", "shop&user=alice");
        var operator = token("ops-cli", "ops");
        awaitRoute("/api/catalogue/items", shopper);
        awaitRoute("/api/stock?sku=none", shopper);
        awaitRoute("/api/rebates/balance", shopper);
        awaitRoute("/ops/sales/none/minutes", operator);
        var filled = layout.data("showcase-filled");
        if (!Files.exists(filled)) {
            fill(operator);
            touch(filled);
        }
    }

    private void awaitRegistration() {
        for (var name : Suite.REGISTERED) {
            Http.await(addresses.discovery() + "/eureka/apps/" + name, basic("eureka", "eureka"), PATIENCE, () -> {});
        }
    }

    private void awaitRoute(String path, String token) {
        Http.await(addresses.gateway() + path, bearer(token), PATIENCE, () -> {});
    }

    private void fill(String token) {
        var catalogue = JsonMapper.shared().readTree(layout.catalogue().toFile());
        var items = catalogue.required("items");
        post("/ops/catalogue/imports", Map.of("items", items), "import", token);
        post(
                "/ops/stock/receipts",
                Map.of("reference", "showcase", "lines", catalogue.required("stock")),
                "stock",
                token);
        var other = token("ops-cli-2", "ops");
        for (var rule : catalogue.required("rules")) {
            agree("/ops/rebates/rules/" + rule.required("rule_id").asString(), rule.required("body"), token, other);
        }
        reporter.say(items.size() + " items, their stock and "
                + catalogue.required("rules").size() + " rebate rules are in the shop");
    }

    private void post(String path, Object body, String key, String token) {
        var headers = json(token);
        headers.put("Idempotency-Key", "showcase-" + key);
        expectSuccess("POST", path, headers, body);
    }

    /** One operator proposes the rule, the other approves it; what is there already was perhaps changed by somebody since. */
    private void agree(String path, JsonNode body, String token, String other) {
        var headers = json(token);
        headers.put("If-None-Match", "*");
        expectSuccess("PUT", path, headers, body);
        Http.await(addresses.gateway() + path, bearer(token), PATIENCE, () -> {});
        var rule = JsonMapper.shared()
                .readTree(Http.get(addresses.gateway() + path, bearer(token)).body());
        if (rule.has("proposal") && !rule.has("current")) {
            var approval = json(other);
            approval.put("If-Match", "\"" + rule.required("revision").asInt() + "\"");
            expectSuccess("POST", path + "/approval", approval, Map.of());
        }
    }

    /** Asks again while the answer is that it may work later; the key or the condition makes that harmless. */
    private void expectSuccess(String method, String path, Map<String, String> headers, Object body) {
        var json = JsonMapper.shared().writeValueAsString(body);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var answer = Http.send(method, addresses.gateway() + path, headers, json);
        while (answer.statusCode() >= 500 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(ASK_AGAIN_NANOS);
            answer = Http.send(method, addresses.gateway() + path, headers, json);
        }
        // 412: it is there already, perhaps changed by an operator since.
        if (answer.statusCode() / 100 != 2 && answer.statusCode() != 412) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private String token(String client, String scope) {
        var headers = new HashMap<>(basic(client, client + "-secret"));
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        var answer = Http.send("POST", addresses.tokens(), headers, "grant_type=client_credentials&scope=" + scope);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "no token for " + client + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared()
                .readTree(answer.body())
                .required("access_token")
                .asString();
    }

    private static Map<String, String> json(String token) {
        var headers = new HashMap<>(bearer(token));
        headers.put("Content-Type", "application/json");
        return headers;
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static Map<String, String> basic(String user, String password) {
        var both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(both), "Accept", "application/json");
    }

    private static void touch(Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What people can do now; every line works when pasted into a shell. */
    String invitation() {
        return """

                  gateway    %1$s   the only door: /api, /ops, /partners, /webhooks
                  discovery  %2$s   eureka / eureka
                  identity   %3$s   shoppers alice/alice and bob/bob, operator olga/olga;
                             clients demo-cli (shop), ops-cli and ops-cli-2 (ops), partner-retail (partner), secret = name + "-secret"

                  Try:
                token() { curl -s -u "$1:$1-secret" -d grant_type=client_credentials -d "scope=$2" %4$s | sed 's/.*"access_token":"\\([^"]*\\).*/\\1/'; }
                curl -s -H "Authorization: Bearer $(token demo-cli 'shop&user=alice')" -H "Idempotency-Key: $(date +%%s)" -H 'Content-Type: application/json' -d '{"lines":[{"sku":"TEA-GREEN-100","quantity":2}]}' %1$s/api/orders
                curl -s -H "Authorization: Bearer $(token partner-retail partner)" -H "Idempotency-Key: $(date +%%s)" -H 'Content-Type: application/json' -d '{"orders":[{"external_number":"demo-'$(date +%%s)'","user_id":"alice","occurred_at":"'$(date -u +%%FT%%TZ)'","status":"paid","currency":"GBP","lines":[{"sku":"COFFEE-ESP-250","quantity":1,"unit_price":"7.90","category":"groceries"}]}]}' %1$s/partners/orders
                curl -s -H "Authorization: Bearer $(token demo-cli 'shop&user=alice')" %1$s/api/rebates/balance

                  deploy/status · deploy/logs PART -f · deploy/down (or Ctrl-C here) stops everything
                """.formatted(addresses.gateway(), addresses.discovery(), addresses.identity(), addresses.tokens());
    }
}
