package com.rebatesuite.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The registry as its clients meet it: over HTTP. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "discovery.login.user=registrar",
            "discovery.login.password=secret",
            // The answer to a read shows at once what was written.
            "eureka.server.use-read-only-response-cache=false"
        })
class DiscoveryTest {

    private static final String INSTANCE = """
            {"instance": {
              "instanceId": "tea-service:1", "hostName": "localhost", "app": "TEA-SERVICE", "ipAddr": "127.0.0.1",
              "vipAddress": "tea-service", "status": "UP", "port": {"$": 8099, "@enabled": "true"},
              "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"}
            }}""";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    UserDetailsService users;

    @Value("${local.server.port}")
    int port;

    @Value("${local.management.port}")
    int managementPort;

    @Test
    void registersAndForgetsAnInstance() throws Exception {
        var registered = http.send(
                asRegistrar("/eureka/apps/TEA-SERVICE")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(INSTANCE))
                        .build(),
                BodyHandlers.ofString());

        assertThat(registered.statusCode()).isEqualTo(204);
        assertThat(get("/eureka/apps/TEA-SERVICE").body()).contains("<port enabled=\"true\">8099</port>");

        var gone = http.send(
                asRegistrar("/eureka/apps/TEA-SERVICE/tea-service:1").DELETE().build(), BodyHandlers.ofString());

        assertThat(gone.statusCode()).isEqualTo(200);
        assertThat(get("/eureka/apps/TEA-SERVICE").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsStrangersNothingAndTakesNothingFromThem() throws Exception {
        assertThat(status(request(port, "/eureka/apps"))).isEqualTo(401);
        assertThat(status(request(port, "/"))).isEqualTo(401);
        assertThat(status(request(port, "/eureka/apps/TEA-SERVICE")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(INSTANCE))))
                .isEqualTo(401);
        assertThat(status(request(port, "/eureka/apps").header("Authorization", basic("registrar:wrong"))))
                .isEqualTo(401);
    }

    @Test
    void showsTheDashboardToWhomItKnowsAndKeepsNoSession() throws Exception {
        var page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Instances currently registered");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    /** A hash would cost every heartbeat what the registry itself does not cost. */
    @Test
    void keepsItsPasswordCheapToCompare() throws Exception {
        get("/");

        assertThat(users.loadUserByUsername("registrar").getPassword()).isEqualTo("secret");
    }

    @Test
    void opensOnlyHealthAndMetricsAndOnlyOnTheirOwnPort() throws Exception {
        assertThat(status(request(managementPort, "/actuator/health/readiness")))
                .isEqualTo(200);
        assertThat(status(request(managementPort, "/actuator/prometheus"))).isEqualTo(200);
        assertThat(status(request(managementPort, "/actuator/env"))).isEqualTo(401);
        assertThat(status(request(port, "/actuator/health"))).isEqualTo(401);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(asRegistrar(path).build(), BodyHandlers.ofString());
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder asRegistrar(String path) {
        return request(port, path).header("Authorization", basic("registrar:secret"));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    }
}
