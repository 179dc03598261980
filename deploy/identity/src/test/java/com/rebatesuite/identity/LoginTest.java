package com.rebatesuite.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The way of a phone: authorization code with PKCE through the login page, then refresh tokens. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class LoginTest {

    private static final String CALLBACK = "http://127.0.0.1:8080/callback";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rules-of-pkce";

    @TempDir
    static Path folder;

    @Value("${local.server.port}")
    int port;

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
    void leadsThroughTheLoginPageToATokenOfTheShopper() throws Exception {
        var tokens = TokenResponse.of(redeem(code("alice", "openid shop"), VERIFIER));

        assertThat(tokens.claims().getSubject()).isEqualTo("alice");
        assertThat(tokens.claims().getStringListClaim("scope")).containsExactlyInAnyOrder("openid", "shop");
        assertThat(tokens.text("id_token")).isNotEmpty();
    }

    @Test
    void givesAnOperatorBothScopes() throws Exception {
        var tokens = TokenResponse.of(redeem(code("olga", "shop ops"), VERIFIER));

        assertThat(tokens.claims().getStringListClaim("scope")).containsExactlyInAnyOrder("shop", "ops");
    }

    @Test
    void givesAShopperNoScopeOfOperators() throws Exception {
        browser.get(authorize("shop ops"));

        var back = browser.get(Browser.location(browser.login("alice", "alice")));

        assertThat(Browser.location(back)).startsWith(CALLBACK).contains("error=invalid_scope");
        assertThat(Browser.location(back)).doesNotContain("code=");
    }

    @Test
    void turnsAWrongPasswordAway() throws Exception {
        browser.get(authorize("shop"));

        var back = browser.login("alice", "bob");

        assertThat(Browser.location(back)).endsWith("/login?error");
        assertThat(Browser.location(browser.get(authorize("shop")))).endsWith("/login");
    }

    @Test
    void neverSendsACodeToAnUnknownAddress() throws Exception {
        var response = browser.get(authorize("shop").replace("127.0.0.1%3A8080%2Fcallback", "evil.example%2Fcallback"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Browser.location(response)).isEmpty();
    }

    @Test
    void insistsOnPkce() throws Exception {
        var response = browser.get(authorize("shop").replaceFirst("code_challenge=[^&]+&", ""));

        assertThat(Browser.location(response)).startsWith(CALLBACK).contains("error=invalid_request");
    }

    @Test
    void givesNothingForTheWrongVerifierOrForACodeUsedBefore() throws Exception {
        assertThat(redeem(code("alice", "shop"), VERIFIER + "-of-a-thief").statusCode())
                .isEqualTo(400);

        browser = new Browser(port);
        var code = code("alice", "shop");
        TokenResponse.of(redeem(code, VERIFIER));

        assertThat(redeem(code, VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void renewsTokensWithARefreshTokenThatIsGoodOnce() throws Exception {
        var first = TokenResponse.of(redeem(code("bob", "shop"), VERIFIER)).text("refresh_token");

        var renewed = TokenResponse.of(refresh(first, "shop"));

        assertThat(renewed.claims().getSubject()).isEqualTo("bob");
        assertThat(renewed.claims().getStringListClaim("scope")).isEqualTo(List.of("shop"));
        assertThat(renewed.text("refresh_token")).isNotEmpty().isNotEqualTo(first);
        assertThat(refresh(first, "shop").statusCode()).isEqualTo(400);
        TokenResponse.of(refresh(renewed.text("refresh_token"), "shop"));
    }

    @Test
    void renewsNoMoreThanWasGranted() throws Exception {
        var token = TokenResponse.of(redeem(code("olga", "shop"), VERIFIER)).text("refresh_token");

        assertThat(refresh(token, "shop ops").statusCode()).isEqualTo(400);
    }

    @Test
    void renewsNothingForAClientThatHasASecretButDoesNotShowIt() throws Exception {
        var token = TokenResponse.of(redeem(code("bob", "shop"), VERIFIER)).text("refresh_token");

        var response = browser.post(
                "/oauth2/token", Map.of("grant_type", "refresh_token", "client_id", "ops-cli", "refresh_token", token));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void knowsTheDemoClientOnALaptopOnly() throws Exception {
        var response = browser.token(
                "demo-cli:demo-cli-secret",
                Map.of("grant_type", "client_credentials", "scope", "shop", "user", "alice"));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    /** Walks from the app to the login page and back to the app's address, and takes the code from there. */
    private String code(String user, String scope) throws Exception {
        assertThat(Browser.location(browser.get(authorize(scope)))).endsWith("/login");
        var back = browser.get(Browser.location(browser.login(user, user)));
        var callback = URI.create(Browser.location(back));
        assertThat(callback.toString()).startsWith(CALLBACK + "?code=").contains("&state=xyz");
        return URLDecoder.decode(callback.getRawQuery().replaceFirst("code=([^&]+).*", "$1"), UTF_8);
    }

    private HttpResponse<String> redeem(String code, String verifier) throws Exception {
        return browser.post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "rebate-app",
                        "redirect_uri", CALLBACK,
                        "code", code,
                        "code_verifier", verifier));
    }

    private HttpResponse<String> refresh(String token, String scope) throws Exception {
        return browser.post(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        "rebate-app",
                        "refresh_token",
                        token,
                        "scope",
                        scope));
    }

    private static String authorize(String scope) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
        var form = new HashMap<>(Map.of(
                "response_type", "code",
                "client_id", "rebate-app",
                "redirect_uri", CALLBACK,
                "scope", scope,
                "state", "xyz",
                "code_challenge_method", "S256"));
        form.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        return "/oauth2/authorize?" + Browser.encoded(form);
    }
}
