package com.rebatesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outside of the gateway, as somebody with a token meets it. */
final class Door {

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The body as a problem, whose form is checked. */
        JsonNode problem() {
            assertThat(header("Content-Type")).as(body()).isEqualTo("application/problem+json");
            var problem = JsonMapper.shared().readTree(body());
            assertThat(problem.path("type").asString(""))
                    .isEqualTo("urn:problem:" + problem.path("code").asString(""));
            assertThat(problem.path("status").asInt()).isEqualTo(status());
            assertThat(problem.path("trace_id").asString("")).matches("[0-9a-f]{32}");
            assertThat(problem.path("retryable").isBoolean()).isTrue();
            return problem;
        }

        String code() {
            return problem().path("code").asString("");
        }

        boolean retryable() {
            return problem().path("retryable").asBoolean();
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;

    Door(int port) {
        base = "http://localhost:" + port;
    }

    Answer get(String path, @Nullable String token) throws IOException, InterruptedException {
        return send(request(path, token));
    }

    Answer post(String path, @Nullable String token, String body) throws IOException, InterruptedException {
        return send(request(path, token).POST(BodyPublishers.ofString(body)));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    }

    HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpClient http() {
        return http;
    }
}
