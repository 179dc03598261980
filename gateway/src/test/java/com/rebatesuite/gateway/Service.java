package com.rebatesuite.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A small real service behind the gateway: it answers with its name, remembers what it was asked, and can die. */
final class Service {

    /** What the service was asked. */
    record Asked(String method, String uri, Map<String, List<String>> headers, int bodyBytes) {

        @Nullable String header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
        }
    }

    /** What the service does with a request; whatever it throws ends the connection without an answer. */
    @FunctionalInterface
    interface Behaviour {
        void answer(HttpExchange exchange) throws Exception;
    }

    private final String name;
    private int port = freePort();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;
    private @Nullable HttpServer server;

    Service(String name) {
        this.name = name;
        this.behaviour = this::answerName;
        start();
    }

    String uri() {
        return "http://localhost:" + port;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    Asked last() {
        return asked.getLast();
    }

    void does(Behaviour other) {
        behaviour = other;
    }

    /** As new: alive, friendly, and nothing remembered. */
    void reset() {
        start();
        behaviour = this::answerName;
        asked.clear();
    }

    /** Starts it on the port it had. */
    synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/", this::handle);
            started.start();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port, e);
        }
    }

    /** Dies at once, as a killed process does: its connections break. */
    synchronized void kill() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Dies and comes back somewhere else. */
    void moveElsewhere() {
        kill();
        port = freePort();
        start();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body.length));
            behaviour.answer(exchange);
        } catch (Exception e) {
            exchange.close();
        }
    }

    private void answerName(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "text/plain", name);
    }

    static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        Objects.requireNonNull(exchange.getResponseBody()).write(bytes);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
