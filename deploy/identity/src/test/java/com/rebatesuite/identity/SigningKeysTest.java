package com.rebatesuite.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class SigningKeysTest {

    @TempDir
    Path folder;

    @Test
    void makesAKeyOnceAndReadsItEverAfter() throws Exception {
        var file = folder.resolve("run/keys.json");

        var made = SigningKeys.in(file);

        assertThat(SigningKeys.in(file).toString(false)).isEqualTo(made.toString(false));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
    }

    @Test
    void refusesAFileThatHoldsNoKeys() throws Exception {
        var file = Files.writeString(folder.resolve("keys.json"), "{");

        assertThatThrownBy(() -> SigningKeys.in(file)).hasMessageContaining("(expected: a JSON Web Key Set)");
    }

    @Test
    void provesATokenThatWasIssuedBeforeARestart() throws Exception {
        TokenResponse token;
        try (var before = start()) {
            token = TokenResponse.of(browser(before)
                    .token("ops-cli:ops-cli-secret", Map.of("grant_type", "client_credentials", "scope", "ops")));
        }

        try (var after = start()) {
            var keys = JWKSet.parse(browser(after).get("/oauth2/jwks").body());
            var key = keys.getKeyByKeyId(token.accessToken().getHeader().getKeyID());
            assertThat(key).isNotNull();
            assertThat(token.accessToken().verify(new RSASSAVerifier(key.toRSAKey())))
                    .isTrue();
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(IdentityApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--identity.keys=" + folder.resolve("keys.json"));
    }

    private static Browser browser(ConfigurableApplicationContext application) {
        return new Browser(application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
