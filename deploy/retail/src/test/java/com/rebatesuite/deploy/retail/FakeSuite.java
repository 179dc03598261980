package com.rebatesuite.deploy.retail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Issuer and gateway in one small server, with the whole suite behind it as the contracts describe it, in memory. */
final class FakeSuite implements AutoCloseable {

    private record Movement(String reference, String sku, long onHand, long held) {}

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final Map<String, ObjectNode> orders = new LinkedHashMap<>();
    private final Map<String, String> sentOrders = new HashMap<>();
    private final Map<String, Long> stock = new HashMap<>();
    private final List<Movement> journal = new ArrayList<>();
    private final Set<String> notShippedYet = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final List<String> requests = new ArrayList<>();
    private @Nullable ObjectNode rule;
    private int tokens;
    private int unavailable;
    private int stopAfter = Integer.MAX_VALUE;
    private @Nullable String wrongRebate;

    FakeSuite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The next so many requests get 503, then 429, then 401 and so on. */
    synchronized void beUnavailableFor(int times) {
        unavailable = times;
    }

    /** After so many batches every request is refused for good. */
    synchronized void breakAfterBatches(int batches) {
        stopAfter = batches;
    }

    /** Takes a penny too much for the first line of this order. */
    synchronized void miscalculate(String number) {
        wrongRebate = number;
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized int orderCount() {
        return orders.size();
    }

    synchronized String stateAsText() {
        return orders + "\n" + journal;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String answer;
            int status;
            try {
                answer = answer(exchange, body);
                status = 200;
            } catch (Problem problem) {
                answer = "{\"code\":\"%s\"}".formatted(problem.getMessage());
                status = problem.status;
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.getBytes(UTF_8).length);
            exchange.getResponseBody().write(answer.getBytes(UTF_8));
        }
    }

    private synchronized String answer(HttpExchange exchange, String body) {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/oauth2/token")) {
            tokens++;
            return "{\"access_token\":\"token-%d\",\"expires_in\":600}".formatted(tokens);
        }
        requests.add(exchange.getRequestMethod() + " " + path);
        if (unavailable > 0) {
            unavailable--;
            throw new Problem(new int[] {503, 429, 401, 500}[unavailable % 4], "later");
        }
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET /ops/rebates/rules/retail-2pct" -> rule();
            case "PUT /ops/rebates/rules/retail-2pct" -> propose(json.readTree(body));
            case "POST /ops/rebates/rules/retail-2pct/approval" -> approve(exchange);
            case "POST /ops/stock/receipts" -> receive(exchange, json.readTree(body));
            case "POST /partners/orders" -> place(json.readTree(body));
            case "POST /partners/returns" -> takeBack(json.readTree(body));
            case "GET /partners/orders" -> found(query(exchange));
            case "GET /ops/rebates/orders" -> rebates(query(exchange));
            case "GET /ops/stock/movements/sums" -> sums(query(exchange));
            case "GET /ops/stock/verify" -> "{\"checked\":%d,\"breaks\":[]}".formatted(stock.size());
            default -> throw new Problem(404, "not-found");
        };
    }

    private String propose(JsonNode terms) {
        if (rule != null) {
            throw new Problem(428, "precondition-required");
        }
        rule = json.createObjectNode().put("revision", 1);
        rule.putObject("proposal").put("proposed_by", "ops-cli").set("terms", terms);
        return rule.toString();
    }

    private String approve(HttpExchange exchange) {
        if (rule == null
                || !"\"1\"".equals(exchange.getRequestHeaders().getFirst("If-Match"))
                || !rule.has("proposal")) {
            throw new Problem(412, "stale-version");
        }
        var agreed = json.createObjectNode().put("revision", 2);
        agreed.putObject("current")
                .put("version", 1)
                .set("terms", rule.path("proposal").path("terms"));
        rule = agreed;
        return rule.toString();
    }

    private String rule() {
        if (rule == null) {
            throw new Problem(404, "not-found");
        }
        return rule.toString();
    }

    private String receive(HttpExchange exchange, JsonNode receipt) {
        if (!keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"))) {
            return "{}";
        }
        for (var line : receipt.path("lines")) {
            move(
                    receipt.path("reference").asString(),
                    line.path("sku").asString(),
                    line.path("quantity").asLong(),
                    0);
        }
        return "{}";
    }

    private void move(String reference, String sku, long onHand, long held) {
        journal.add(new Movement(reference, sku, onHand, held));
        stock.merge(sku, onHand, Math::addExact);
    }

    private String place(JsonNode batch) {
        if (stopAfter-- <= 0) {
            throw new Problem(400, "broken");
        }
        var results = json.createArrayNode();
        for (var order : batch.path("orders")) {
            var number = order.path("external_number").asString();
            var result = results.addObject().put("external_number", number);
            var before = sentOrders.putIfAbsent(number, order.toString());
            if (before != null) {
                result.put("status", before.equals(order.toString()) ? "duplicate" : "invalid");
                continue;
            }
            orders.put(number, stored(number, order));
            notShippedYet.add(number);
            result.put("status", "accepted");
        }
        return json.createObjectNode().set("results", results).toString();
    }

    private ObjectNode stored(String number, JsonNode sent) {
        var order = json.createObjectNode();
        order.put("external_number", number).put("order_id", "id-" + number);
        var lines = order.putArray("lines");
        var needed = new HashMap<String, Long>();
        for (var line : sent.path("lines")) {
            var quantity = line.path("quantity").asInt();
            needed.merge(line.path("sku").asString(), (long) quantity, Math::addExact);
            var minor = new BigDecimal(line.path("unit_price").asString())
                    .multiply(BigDecimal.valueOf(quantity * 100L))
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
            var stored = lines.addObject();
            stored.put("line", lines.size());
            stored.put("sku", line.path("sku").asString());
            stored.put("quantity", quantity);
            stored.putObject("amount").put("currency", "GBP").put("minor", minor);
        }
        order.putArray("returns");
        var refused =
                needed.entrySet().stream().anyMatch(need -> stock.getOrDefault(need.getKey(), 0L) < need.getValue());
        order.put("state", refused ? "REJECTED" : "SHIPPED");
        if (!refused) {
            needed.forEach((sku, units) -> {
                move("order/id-" + number, sku, 0, units);
                move("order/id-" + number, sku, -units, -units);
            });
        }
        return order;
    }

    private String takeBack(JsonNode batch) {
        var results = json.createArrayNode();
        for (var returned : batch.path("returns")) {
            var result = results.addObject();
            result.put("external_number", returned.path("external_number").asString());
            takeBack(returned, result);
        }
        return json.createObjectNode().set("results", results).toString();
    }

    private void takeBack(JsonNode returned, ObjectNode result) {
        var number = returned.path("order_external_number").asString();
        var order = orders.get(number);
        if (order == null || order.path("state").asString().equals("REJECTED") || notShippedYet.remove(number)) {
            result.put("status", "rejected").put("code", "order-not-shipped").put("retryable", true);
            return;
        }
        var name = returned.path("external_number").asString();
        for (var known : order.path("returns")) {
            if (known.path("external_number").asString().equals(name)) {
                result.put("status", "duplicate");
                return;
            }
        }
        var stored = order.withArray("returns").addObject();
        stored.put("external_number", name).put("return_id", "id-" + name);
        stored.set("lines", returned.path("lines"));
        for (var line : returned.path("lines")) {
            var sku = order.path("lines")
                    .get(line.path("line").asInt() - 1)
                    .path("sku")
                    .asString();
            move("return/id-" + name, sku, line.path("quantity").asLong(), 0);
        }
        result.put("status", "accepted");
    }

    private String found(List<String> numbers) {
        var found = json.createArrayNode();
        numbers.stream().map(orders::get).filter(order -> order != null).forEach(found::add);
        return json.createObjectNode().set("orders", found).toString();
    }

    private String rebates(List<String> ids) {
        var found = json.createArrayNode();
        for (var id : ids) {
            var order = orders.get(id.substring(3));
            if (order != null && order.path("state").asString().equals("SHIPPED")) {
                found.add(rebate(id, order));
            }
        }
        return json.createObjectNode().set("orders", found).toString();
    }

    private ObjectNode rebate(String id, ObjectNode order) {
        var rebate = json.createObjectNode().put("order_id", id);
        var lines = rebate.putArray("lines");
        for (var line : order.path("lines")) {
            var earned = share(line.path("amount").path("minor").asLong(), 2, 100);
            var units = 0;
            for (var returned : order.path("returns")) {
                for (var part : returned.path("lines")) {
                    units += part.path("line").equals(line.path("line"))
                            ? part.path("quantity").asInt()
                            : 0;
                }
            }
            var wrong = order.path("external_number").asString().equals(wrongRebate) && lines.isEmpty();
            var row = lines.addObject();
            row.set("line", line.path("line"));
            row.putObject("earned").put("minor", wrong ? earned + 1 : earned);
            row.putObject("reversed")
                    .put("minor", share(earned, units, line.path("quantity").asInt()));
        }
        return rebate;
    }

    private static long share(long amount, long part, long whole) {
        return BigDecimal.valueOf(amount * part)
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private String sums(List<String> references) {
        var sums = json.createArrayNode();
        for (var movement : journal) {
            if (references.contains(movement.reference())) {
                sums.addObject()
                        .put("reference", movement.reference())
                        .put("sku", movement.sku())
                        .put("reason", "any")
                        .put("on_hand_delta", movement.onHand())
                        .put("held_delta", movement.held());
            }
        }
        return json.createObjectNode().set("sums", sums).toString();
    }

    private static List<String> query(HttpExchange exchange) {
        var values = new ArrayList<String>();
        for (var pair : exchange.getRequestURI().getRawQuery().split("&", -1)) {
            values.add(URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), UTF_8));
        }
        return values;
    }

    private static final class Problem extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int status;

        Problem(int status, String code) {
            super(code);
            this.status = status;
        }
    }
}
