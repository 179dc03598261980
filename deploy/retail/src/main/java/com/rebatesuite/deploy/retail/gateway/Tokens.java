package com.rebatesuite.deploy.retail.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of the issuer, renewed before they end. */
final class Tokens {

    private record Token(String value, long renewAtNanos) {}

    private static final Duration EARLY = Duration.ofSeconds(30);

    private final HttpClient http;
    private final JsonMapper json;
    private final URI endpoint;
    private final Map<Client, Token> known = new ConcurrentHashMap<>();

    Tokens(HttpClient http, JsonMapper json, URI issuer) {
        this.http = http;
        this.json = json;
        this.endpoint = issuer.resolve("/oauth2/token");
    }

    /** A token that is still good for a while. */
    String of(Client client) throws IOException, InterruptedException {
        var token = known.get(client);
        if (token == null || System.nanoTime() - token.renewAtNanos() >= 0) {
            token = ask(client);
            known.put(client, token);
        }
        return token.value();
    }

    /** Forgets a token that was refused, unless somebody has renewed it already. */
    void refused(Client client, String value) {
        known.computeIfPresent(client, (same, token) -> token.value().equals(value) ? null : token);
    }

    private Token ask(Client client) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Basic " + credentials(client))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + encoded(client.scope())))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new NoToken(client + " got no token from " + endpoint + ": " + answer.statusCode());
        }
        var body = json.readTree(answer.body());
        var seconds = Math.max(1, body.path("expires_in").asLong(60) - EARLY.toSeconds());
        return new Token(
                body.path("access_token").asString(),
                System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
    }

    private static String credentials(Client client) {
        var pair = encoded(client.id()) + ":" + encoded(client.secret());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The issuer answered, but not with a token. */
    static final class NoToken extends IOException {
        private static final long serialVersionUID = 1;

        NoToken(String message) {
            super(message);
        }
    }
}
