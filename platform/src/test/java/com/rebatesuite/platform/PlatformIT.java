package com.rebatesuite.platform;

import com.rebatesuite.deploy.backends.Backends;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One running service, with real servers, for all tests that need one: it is started once. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = TestService.class)
public abstract class PlatformIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static final Topic THINGS = Topic.create("things");
    public static final Topic NOTES = Topic.create("notes");
    public static final Topic DEAD_THINGS = Topic.named(THINGS.name() + "-test-dead");
    public static final Topic DEAD_NOTES = Topic.named(NOTES.name() + "-test-dead");

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> Backends.postgres().jdbcUrl("platform"));
        registry.add("KAFKA_BOOTSTRAP_SERVERS", () -> Backends.kafka().bootstrapServers());
        registry.add("ISSUER_URI", () -> Backends.issuer().uri());
        registry.add("test.topics.things", THINGS::name);
        registry.add("test.topics.notes", NOTES::name);
    }

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    protected static String token(String subject, String... scopes) {
        return Backends.issuer().token(subject, scopes);
    }

    protected HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    protected HttpRequest.Builder atManagement(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path));
    }

    protected HttpRequest.Builder as(String token, String path) {
        return at(path).header("Authorization", "Bearer " + token);
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
