package com.rebatesuite.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The few HTTP requests the supervisor makes. */
final class Http {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long ASK_EVERY_NANOS = 100_000_000;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Http() {}

    /**
     * Asks until the answer is 200.
     *
     * @param check runs before each question and may throw to give up
     */
    static void await(String url, Duration patience, Runnable check) {
        await(url, Map.of(), patience, check);
    }

    static void await(String url, Map<String, String> headers, Duration patience, Runnable check) {
        var deadline = System.nanoTime() + patience.toNanos();
        var last = "no answer";
        while (System.nanoTime() < deadline) {
            check.run();
            try {
                var answer = get(url, headers);
                if (answer.statusCode() == 200) {
                    return;
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (UncheckedIOException e) {
                last = String.valueOf(e.getCause());
            }
            LockSupport.parkNanos(ASK_EVERY_NANOS);
        }
        throw new IllegalStateException("not ready after " + patience.toSeconds() + " s: GET " + url + ": " + last);
    }

    static HttpResponse<String> get(String url, Map<String, String> headers) {
        return send("GET", url, headers, "");
    }

    static HttpResponse<String> send(String method, String url, Map<String, String> headers, String body) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
        headers.forEach(request::header);
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
