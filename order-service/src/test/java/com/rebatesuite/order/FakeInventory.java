package com.rebatesuite.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An inventory-service that answers what it is told to. */
public final class FakeInventory {

    /** How it behaves. */
    public enum Mood {
        HOLDS,
        REFUSES,
        REFUSES_OVER_QUOTA,
        BROKEN,
        SILENT
    }

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Mood mood = Mood.HOLDS;

    FakeInventory() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/reservations/", this::answer);
        server.start();
    }

    String uri() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Behaves like that from now on. */
    public void is(Mood now) {
        mood = now;
    }

    /** How often it has been asked. */
    public int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var path = exchange.getRequestURI().getPath();
        var id = path.substring(path.lastIndexOf('/') + 1);
        exchange.getRequestBody().readAllBytes();
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        if (token == null
                || !token.startsWith("Bearer ")
                || !exchange.getRequestMethod().equals("PUT")) {
            send(exchange, 401, "{}");
            return;
        }
        switch (mood) {
            case HOLDS -> send(exchange, 200, "{\"order_id\":\"%s\",\"status\":\"held\"}".formatted(id));
            case REFUSES -> send(exchange, 200, """
                    {"order_id":"%s","status":"refused","missing":[{"sku":"TEA-100","requested":2,"available":1}]}\
                    """.formatted(id));
            case REFUSES_OVER_QUOTA -> send(exchange, 200, """
                    {"order_id":"%s","status":"refused","reason":"hold-quota",\
                    "missing":[{"sku":"TEA-100","requested":2,"available":90}]}""".formatted(id));
            case BROKEN -> send(exchange, 503, "{}");
            case SILENT -> exchange.getResponseBody();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
