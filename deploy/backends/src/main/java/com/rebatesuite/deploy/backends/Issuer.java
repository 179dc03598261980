package com.rebatesuite.deploy.backends;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Issues tokens that resource servers accept when their {@code issuer-uri} is {@link #uri()}; for tests only. */
public final class Issuer implements Backend {

    private static final int LIFETIME_SECONDS = 3_600;

    private final int port = Installation.freePort();
    private final RSAKey key;
    private @Nullable HttpServer server;

    Issuer() {
        try {
            key = new RSAKeyGenerator(2_048).keyID("test-key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no RSA on this JDK", e);
        }
    }

    /** The issuer-uri. */
    public String uri() {
        return "http://localhost:" + port;
    }

    /** A token of the subject with the scopes, valid for an hour. */
    public String token(String subject, String... scopes) {
        return token(subject, Map.of(), scopes);
    }

    /** A token of the subject with more claims, which win over the usual ones, and the scopes. */
    public String token(String subject, Map<String, Object> claims, String... scopes) {
        var now = Instant.now();
        var set = new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject(subject)
                .audience(List.of("rebate-suite"))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(LIFETIME_SECONDS)))
                .claim("scope", String.join(" ", scopes));
        claims.forEach(set::claim);
        return signed(set.build());
    }

    private String signed(JWTClaimsSet claims) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("our own key does not sign", e);
        }
        return token.serialize();
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, configuration()));
            started.createContext(
                    "/oauth2/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toJSONObject()));
            started.createContext("/oauth2/token", exchange -> answer(exchange, clientCredentials(exchange)));
            started.start();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException("the issuer cannot listen on port " + port, e);
        }
    }

    private Map<String, Object> configuration() {
        return Map.of(
                "issuer", uri(),
                "jwks_uri", uri() + "/oauth2/jwks",
                "token_endpoint", uri() + "/oauth2/token",
                "authorization_endpoint", uri() + "/oauth2/authorize",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    /** Gives any client what it asks for; the client id comes as basic authentication or as a form field. */
    private Map<String, Object> clientCredentials(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var client = authorization == null
                ? form.getOrDefault("client_id", "client")
                : new String(Base64.getDecoder().decode(authorization.substring("Basic ".length())), UTF_8)
                        .replaceFirst(":.*", "");
        var scope = form.getOrDefault("scope", "");
        return Map.of(
                "access_token",
                token(client, scope),
                "token_type",
                "Bearer",
                "expires_in",
                LIFETIME_SECONDS,
                "scope",
                scope);
    }

    private static Map<String, String> form(String body) {
        var fields = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, Map<String, Object> body) throws IOException {
        try (exchange) {
            var bytes = JsonMapper.shared().writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    @Override
    public void kill() {
        stop();
    }
}
