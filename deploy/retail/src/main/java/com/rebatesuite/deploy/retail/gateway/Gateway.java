package com.rebatesuite.deploy.retail.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one door of the suite. Whatever may pass (a service being restarted, too many requests, a token that has ended) is
 * tried again with the same Idempotency-Key until patience ends; a refusal for good is a {@link Failure} at once.
 */
public final class Gateway {

    /** A request line longer than 4 KiB is refused on the way. */
    private static final int LONGEST_QUERY = 3_500;

    private static final int MOST_VALUES = 200;

    private record Request(
            String method,
            String path,
            @Nullable String body,
            @Nullable String key,
            @Nullable String ifMatch) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicLong repeated = new AtomicLong();
    private final Suite suite;
    private final Tokens tokens;
    private final Consumer<String> trouble;

    /** A door that tells somebody when it has to try again. */
    public Gateway(Suite suite, Consumer<String> trouble) {
        this.suite = suite;
        this.tokens = new Tokens(http, json, suite.issuer());
        this.trouble = trouble;
    }

    /** A new wait for something of the suite. */
    public Waiting waiting() {
        return new Waiting(suite);
    }

    /** How many attempts had to be repeated so far. */
    public long repeated() {
        return repeated.get();
    }

    JsonNode get(Client client, String path) {
        return send(client, new Request("GET", path, null, null, null));
    }

    /** Asks about many values of one query parameter, in as few requests as their length allows; each when it is wanted. */
    Stream<JsonNode> getAll(Client client, String path, String parameter, Collection<String> values) {
        return queries(parameter, values).stream().map(query -> get(client, path + "?" + query));
    }

    private static List<String> queries(String parameter, Collection<String> values) {
        var queries = new ArrayList<String>();
        var query = new StringBuilder();
        var count = 0;
        for (var value : values) {
            var pair = parameter + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2F", "/");
            if (count == MOST_VALUES || query.length() + pair.length() > LONGEST_QUERY) {
                queries.add(query.toString());
                query.setLength(0);
                count = 0;
            }
            query.append(query.isEmpty() ? "" : "&").append(pair);
            count++;
        }
        if (count > 0) {
            queries.add(query.toString());
        }
        return queries;
    }

    JsonNode post(Client client, String path, Object body) {
        return post(client, path, body, UUID.randomUUID().toString());
    }

    JsonNode post(Client client, String path, Object body, String key) {
        return send(client, new Request("POST", path, json.writeValueAsString(body), key, null));
    }

    JsonNode put(Client client, String path, Object body) {
        return send(client, new Request("PUT", path, json.writeValueAsString(body), null, null));
    }

    /** A change without a body on top of the revision that was seen. */
    JsonNode postOnTop(Client client, String path, int revision) {
        return send(client, new Request("POST", path, null, null, "\"" + revision + "\""));
    }

    private JsonNode send(Client client, Request request) {
        var waiting = waiting();
        while (true) {
            var answer = attempt(client, request);
            if (answer.body != null) {
                return answer.body;
            }
            if (waiting.over()) {
                throw new Failure(
                        answer.status,
                        request + " did not work for " + suite.patience().toSeconds() + " s: " + answer.problem);
            }
            repeated.incrementAndGet();
            trouble.accept(answer.problem);
            waiting.pause(answer.notBefore);
        }
    }

    /** A body, or a problem that may pass. */
    private record Answer(int status, @Nullable JsonNode body, String problem, Duration notBefore) {}

    private Answer attempt(Client client, Request request) {
        try {
            var token = tokens.of(client);
            var response = http.send(http(request, token), BodyHandlers.ofString());
            if (response.statusCode() == 401) {
                tokens.refused(client, token);
            }
            return judged(request, response);
        } catch (IOException away) {
            return new Answer(0, null, request + ": " + away, Duration.ZERO);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Waiting.Interrupted();
        }
    }

    private HttpRequest http(Request request, String token) {
        var builder = HttpRequest.newBuilder(URI.create(suite.gateway() + request.path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        if (request.key != null) {
            builder.header("Idempotency-Key", request.key);
        }
        if (request.ifMatch != null) {
            builder.header("If-Match", request.ifMatch);
        }
        var body = request.body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body);
        return builder.method(request.method, body).build();
    }

    private Answer judged(Request request, HttpResponse<String> response) {
        var status = response.statusCode();
        var problem = request + ": " + status + " " + shortened(response.body());
        try {
            var body = json.readTree(response.body().isEmpty() ? "{}" : response.body());
            if (status / 100 == 2) {
                return new Answer(status, body, problem, Duration.ZERO);
            }
            if (mayPass(status) || body.path("retryable").asBoolean(false)) {
                return new Answer(status, null, problem, retryAfter(response));
            }
        } catch (JacksonException unreadable) {
            if (mayPass(status) || status / 100 == 2) {
                return new Answer(status, null, problem, retryAfter(response));
            }
        }
        throw new Failure(status, problem);
    }

    private static boolean mayPass(int status) {
        return status >= 500 || status == 401 || status == 408 || status == 425 || status == 429;
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        var seconds = response.headers().firstValue("Retry-After").orElse("");
        return seconds.matches("\\d{1,4}") ? Duration.ofSeconds(Math.min(60, Long.parseLong(seconds))) : Duration.ZERO;
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
