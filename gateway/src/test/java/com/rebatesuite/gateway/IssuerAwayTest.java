package com.rebatesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A gateway that has never met the issuer. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "eureka.client.enabled=false",
            // Nobody listens on port 1.
            "spring.security.oauth2.resourceserver.jwt.issuer-uri=http://localhost:1",
            "gateway.allowed-origins=https://app.example"
        })
class IssuerAwayTest {

    @Value("${local.server.port}")
    int port;

    @Test
    void saysThatTokensCannotBeCheckedAndNotThatTheyAreWrong() throws Exception {
        // A token of the right form, signed by whomever.
        var answer = new Door(port).get("/api/orders", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.AAAA");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("identity-unavailable");
        assertThat(answer.retryable()).isTrue();
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void answersPagesOfTheOriginsItWasTold() throws Exception {
        var door = new Door(port);
        var preflight = door.request("/api/orders", null)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody());

        var app = door.send(preflight.copy().header("Origin", "https://app.example"));
        var other = door.send(preflight.copy().header("Origin", "https://evil.example"));

        assertThat(app.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.header("Access-Control-Allow-Origin")).isNull();
    }
}
