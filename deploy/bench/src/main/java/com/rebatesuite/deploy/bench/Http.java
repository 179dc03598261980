package com.rebatesuite.deploy.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests without a second try: what fails is counted, not hidden. */
final class Http {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI issuer;

    Http(URI issuer) {
        this.issuer = issuer;
    }

    /** An answer; the body is empty where it is no JSON. */
    record Answer(int status, JsonNode body) {

        boolean good() {
            return status / 100 == 2;
        }
    }

    /** A token of a client; a shopper's name makes the demo client speak for that shopper. */
    String token(String clientId, String scope, String user) throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((clientId + ":" + clientId + "-secret").getBytes(UTF_8));
        var form = "grant_type=client_credentials&scope=" + scope
                + (user.isEmpty() ? "" : "&user=" + URLEncoder.encode(user, UTF_8));
        var answer = send(HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (!answer.good()) {
            throw new IOException(clientId + " got no token from " + issuer + ": " + answer);
        }
        return answer.body().path("access_token").asString();
    }

    Answer get(URI base, String path, String token) throws IOException, InterruptedException {
        return send(request(base, path, token).GET());
    }

    Answer post(URI base, String path, String token, Object body) throws IOException, InterruptedException {
        return send(request(base, path, token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    Answer put(URI base, String path, String token, Object body) throws IOException, InterruptedException {
        return send(request(base, path, token).PUT(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** A change without a body on top of the revision that was seen. */
    Answer postOnTop(URI base, String path, String token, int revision) throws IOException, InterruptedException {
        return send(request(base, path, token)
                .header("If-Match", "\"" + revision + "\"")
                .POST(BodyPublishers.noBody()));
    }

    /** Without a token: the headers are the proof. */
    Answer post(URI base, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    String json(Object value) {
        return json.writeValueAsString(value);
    }

    private static HttpRequest.Builder request(URI base, String path, String token) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), read(answer.body()));
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body.isEmpty() ? "{}" : body);
        } catch (JacksonException noJson) {
            return json.createObjectNode();
        }
    }
}
