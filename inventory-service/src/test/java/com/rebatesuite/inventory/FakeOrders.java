package com.rebatesuite.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** An order-service that knows the orders it was told of. */
public final class FakeOrders {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final List<String> OPEN = List.of("CONFIRMED", "PAID", "SHIPPED", "DELIVERED");
    private static final int PAGE = 3;

    private final HttpServer server;
    private final Map<String, Order> orders = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> moves = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean away;

    FakeOrders() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/orders/states", this::states);
        server.createContext("/internal/orders/open", this::open);
        server.start();
    }

    String uri() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The order has been in that state for so long. */
    public void order(UUID id, String state, Duration since, String sku, long quantity) {
        var sequence = moves.merge(id.toString(), 1, Integer::sum);
        orders.put(
                id.toString(),
                new Order(id.toString(), state, sequence, Instant.now().minus(since), sku, quantity));
    }

    /** Nobody answers, or somebody does again. */
    public void away(boolean now) {
        away = now;
    }

    /** How many questions have come. */
    public int asked() {
        return asked.get();
    }

    private void states(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var known = ID.matcher(body)
                .results()
                .map(found -> orders.get(found.group()))
                .filter(java.util.Objects::nonNull)
                .map(Order::json)
                .collect(joining(",", "{\"orders\":[", "],\"unknown\":[]}"));
        answer(exchange, known);
    }

    private void open(HttpExchange exchange) throws IOException {
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        var cursor = query.contains("cursor=") ? query.substring(query.indexOf("cursor=") + 7) : "";
        var page = orders.values().stream()
                .filter(order -> OPEN.contains(order.state()) && order.id().compareTo(cursor) > 0)
                .limit(PAGE)
                .toList();
        var next =
                page.size() < PAGE ? "" : ",\"next_cursor\":\"" + page.getLast().id() + "\"";
        answer(exchange, page.stream().map(Order::json).collect(joining(",", "{\"items\":[", "]" + next + "}")));
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        asked.incrementAndGet();
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        var status = away ? 503 : token != null && token.startsWith("Bearer ") ? 200 : 401;
        var bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Order(String id, String state, int sequence, Instant updatedAt, String sku, long quantity) {

        String json() {
            return """
                    {"order_id":"%s","user_id":"alice","state":"%s","sequence":%d,"updated_at":"%s",\
                    "lines":[{"sku":"%s","quantity":%d}],"more":"than we read"}""".formatted(id, state, sequence, updatedAt, sku, quantity);
        }
    }
}
