package com.rebatesuite.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** The keys and the tokens made with them. */
@Configuration(proxyBeanMethods = false)
class Tokens {

    private static final int REFRESH_TOKEN_BYTES = 96;

    @Bean
    JWKSource<SecurityContext> signingKeys(IdentityProperties identity) throws IOException, JOSEException {
        return new ImmutableJWKSet<>(SigningKeys.in(identity.keys()));
    }

    /** The framework's generator of refresh tokens leaves out clients without a secret; see PublicClientRefresh. */
    @Bean
    OAuth2TokenGenerator<?> tokenGenerator(JWKSource<SecurityContext> keys, TokenClaims claims) {
        var signed = new JwtGenerator(new NimbusJwtEncoder(keys));
        signed.setJwtCustomizer(claims);
        var random = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), REFRESH_TOKEN_BYTES);
        OAuth2TokenGenerator<OAuth2RefreshToken> refresh = context -> refreshToken(context, random);
        return new DelegatingOAuth2TokenGenerator(signed, refresh);
    }

    private static @Nullable OAuth2RefreshToken refreshToken(OAuth2TokenContext context, StringKeyGenerator random) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        var now = Instant.now();
        var lifetime = context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive();
        return new OAuth2RefreshToken(random.generateKey(), now, now.plus(lifetime));
    }
}
