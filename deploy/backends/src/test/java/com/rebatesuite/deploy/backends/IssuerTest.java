package com.rebatesuite.deploy.backends;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class IssuerTest {

    @Test
    void signsWithTheKeyItPublishes() throws Exception {
        var issuer = Backends.issuer();
        var configuration = JsonMapper.shared().readTree(get(issuer.uri() + "/.well-known/openid-configuration"));
        var key = JWKSet.parse(get(configuration.required("jwks_uri").asString()))
                .getKeys()
                .getFirst()
                .toRSAKey();

        var token = SignedJWT.parse(issuer.token("retail", Map.of("partner", "retail"), "partner", "shop"));

        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer())
                .isEqualTo(configuration.required("issuer").asString());
        assertThat(claims.getSubject()).isEqualTo("retail");
        assertThat(claims.getStringClaim("partner")).isEqualTo("retail");
        assertThat(claims.getStringClaim("scope")).isEqualTo("partner shop");
        assertThat(claims.getExpirationTime()).isAfter(Instant.now());
    }

    @Test
    void givesClientsTheirTokens() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(Backends.issuer().uri() + "/oauth2/token"))
                .header("Authorization", "Basic b3JkZXItc2VydmljZTpzZWNyZXQ=")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=service"))
                .build();

        var answer = JsonMapper.shared().readTree(send(request));

        var claims = SignedJWT.parse(answer.required("access_token").asString()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("order-service");
        assertThat(claims.getStringClaim("scope")).isEqualTo("service");
    }

    private static String get(String uri) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(uri)).build());
    }

    private static String send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
