package com.rebatesuite.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The server as programs meet it: the documents, and tokens for clients with a secret. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@ActiveProfiles("local")
class IdentityTest {

    @TempDir
    static Path folder;

    @Value("${local.server.port}")
    int port;

    @Value("${local.management.port}")
    int managementPort;

    @Autowired
    Logins logins;

    @Autowired
    RegisteredClientRepository clients;

    private Browser browser;

    @DynamicPropertySource
    static void ownKeys(DynamicPropertyRegistry registry) {
        registry.add("identity.keys", () -> folder.resolve("keys.json"));
    }

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void namesItselfAndItsEndpointsByTheIssuer() throws Exception {
        var document = JsonMapper.shared()
                .readTree(browser.get("/.well-known/openid-configuration").body());

        assertThat(document.path("issuer").asString()).isEqualTo("http://localhost:9000");
        assertThat(document.path("jwks_uri").asString()).isEqualTo("http://localhost:9000/oauth2/jwks");
        assertThat(document.path("authorization_endpoint").asString())
                .isEqualTo("http://localhost:9000/oauth2/authorize");
        assertThat(document.path("code_challenge_methods_supported").toString()).contains("S256");
    }

    @Test
    void showsOnlyThePublicHalfOfItsKeys() throws Exception {
        var keys = JWKSet.parse(browser.get("/oauth2/jwks").body());

        assertThat(keys.getKeys()).hasSize(1).noneMatch(key -> key.isPrivate());
    }

    @ParameterizedTest
    @CsvSource({
        "partner-retail, partner",
        "ops-cli, ops",
        "ops-cli-2, ops",
        "order-service, service",
        "inventory-service, service",
        "rebate-service, service"
    })
    void givesAClientTheScopeItHas(String client, String scope) throws Exception {
        var response = credentials(client, Map.of("scope", scope));

        var claims = TokenResponse.of(response).claims();
        assertThat(claims.getSubject()).isEqualTo(client);
        assertThat(claims.getStringListClaim("scope")).containsExactly(scope);
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:9000");
    }

    /** What one has proposed the other may approve. */
    @Test
    void takesTheTwoOperatorsForTwoPeople() throws Exception {
        var one = TokenResponse.of(credentials("ops-cli", Map.of("scope", "ops")));
        var other = TokenResponse.of(credentials("ops-cli-2", Map.of("scope", "ops")));

        assertThat(one.claims().getSubject()).isNotEqualTo(other.claims().getSubject());
    }

    @Test
    void namesThePartnerInAPartnersTokenAndInNoOther() throws Exception {
        var partner = TokenResponse.of(credentials("partner-retail", Map.of("scope", "partner")));
        var operator = TokenResponse.of(credentials("ops-cli", Map.of("scope", "ops")));

        assertThat(partner.claims().getStringClaim("partner")).isEqualTo("retail");
        assertThat(operator.claims().getClaims()).doesNotContainKey("partner");
    }

    @Test
    void signsSoThatThePublishedKeyProvesIt() throws Exception {
        var token =
                TokenResponse.of(credentials("ops-cli", Map.of("scope", "ops"))).accessToken();
        var keys = JWKSet.parse(browser.get("/oauth2/jwks").body());

        var key = (RSAKey) keys.getKeyByKeyId(token.getHeader().getKeyID());

        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    }

    @Test
    void letsATokenLiveForMinutesOnly() throws Exception {
        var tokens = TokenResponse.of(credentials("ops-cli", Map.of("scope", "ops")));

        assertThat(tokens.body().path("expires_in").asInt()).isBetween(580, 600);
    }

    @ParameterizedTest
    @CsvSource({
        "partner-retail, ops",
        "ops-cli, partner",
        "ops-cli, service",
        "ops-cli-2, service",
        "order-service, ops",
        "demo-cli, ops"
    })
    void givesNoClientAScopeItDoesNotHave(String client, String scope) throws Exception {
        var response = credentials(client, Map.of("scope", scope, "user", "alice"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("invalid_scope");
    }

    @Test
    void givesNothingForAWrongSecret() throws Exception {
        var response = browser.token("ops-cli:wrong", Map.of("grant_type", "client_credentials", "scope", "ops"));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "bob", "retail-12345"})
    void letsTheDemoClientSpeakForAShopper(String user) throws Exception {
        var claims = TokenResponse.of(credentials("demo-cli", Map.of("scope", "shop", "user", user)))
                .claims();

        assertThat(claims.getSubject()).isEqualTo(user);
        assertThat(claims.getStringListClaim("scope")).isEqualTo(List.of("shop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mallory", "retail-", "retail-1 2", "order-service", "xretail-1"})
    void letsTheDemoClientSpeakForNobodyElse(String user) throws Exception {
        var response = credentials("demo-cli", Map.of("scope", "shop", "user", user));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("invalid_request");
    }

    @Test
    void doesNotLetTheDemoClientSpeakForItself() throws Exception {
        assertThat(credentials("demo-cli", Map.of("scope", "shop")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void doesNotLetOtherClientsSpeakForAShopper() throws Exception {
        var claims = TokenResponse.of(credentials("ops-cli", Map.of("scope", "ops", "user", "alice")))
                .claims();

        assertThat(claims.getSubject()).isEqualTo("ops-cli");
    }

    /** A hash would cost every token what the token itself does not cost. */
    @Test
    void keepsItsSecretsCheapToCompare() throws Exception {
        TokenResponse.of(credentials("ops-cli", Map.of("scope", "ops")));

        assertThat(clients.findByClientId("ops-cli"))
                .extracting(RegisteredClient::getClientSecret)
                .isEqualTo("ops-cli-secret");
    }

    /** Ten thousand tokens of a load test must not stay in memory. */
    @Test
    void remembersNothingOfWhatItGaveToPrograms() throws Exception {
        var token =
                TokenResponse.of(credentials("ops-cli", Map.of("scope", "ops"))).text("access_token");

        assertThat(logins.findByToken(token, null)).isNull();
    }

    @Test
    void opensOnlyHealthOnThePortForIt() throws Exception {
        var operators = new Browser(managementPort);

        assertThat(operators.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(operators.get("/actuator/env").statusCode()).isNotEqualTo(200);
        assertThat(browser.get("/actuator/health").statusCode()).isNotEqualTo(200);
    }

    private HttpResponse<String> credentials(String client, Map<String, String> more) throws Exception {
        var form = new HashMap<>(more);
        form.put("grant_type", "client_credentials");
        return browser.token(client + ":" + client + "-secret", form);
    }
}
