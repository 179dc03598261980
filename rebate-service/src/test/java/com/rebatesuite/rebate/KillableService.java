package com.rebatesuite.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The service as a process of its own, on a state directory that outlives it: it can be killed and started again. */
final class KillableService implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path home;
    private final int port = freePort();
    private final int managementPort = freePort();
    private final String brokers;
    private final List<String> settings;
    private @Nullable Process process;

    KillableService(List<String> settings) {
        this(Backends.kafka().bootstrapServers(), settings);
    }

    KillableService(String brokers, List<String> settings) {
        this.brokers = brokers;
        this.settings = settings;
        try {
            home = Files.createTempDirectory("rebate-killable");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns when it is ready. */
    void start() {
        try {
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(this::ready);
    }

    /** As {@code kill -9} does. */
    void kill() {
        if (process != null) {
            process.destroyForcibly();
            try {
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    @Override
    public void close() {
        kill();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    static HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private boolean ready() {
        assertThat(process)
                .isNotNull()
                .satisfies(running ->
                        assertThat(running.isAlive()).as("see %s/log", home).isTrue());
        try {
            var uri = URI.create("http://localhost:" + managementPort + "/actuator/health/readiness");
            return exchange(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)))
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RebateServiceApplication.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + managementPort,
                "--eureka.client.enabled=false",
                "--store.create-keyspace=true",
                "--store.consistency=LOCAL_ONE",
                "--STATE_DIR=" + home,
                "--spring.cloud.stream.kafka.binder.brokers=" + brokers,
                "--store.contact-points=" + Backends.cassandra().contactPoint(),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri="
                        + Backends.issuer().uri()));
        command.addAll(settings);
        return command;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
