package com.rebatesuite.identity;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** What our tokens say beyond the standard: the partner a client feeds for, and the shopper a demo client speaks for. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String PARTNER_CLIENT = "partner-";
    private static final String DEMO_CLIENT = "demo-cli";

    private final IdentityProperties identity;

    TokenClaims(IdentityProperties identity) {
        this.identity = identity;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            return;
        }
        var client = context.getRegisteredClient().getClientId();
        if (client.startsWith(PARTNER_CLIENT)) {
            context.getClaims().claim("partner", client.substring(PARTNER_CLIENT.length()));
        }
        if (client.equals(DEMO_CLIENT)) {
            context.getClaims().subject(spokenFor(context));
        }
    }

    private String spokenFor(JwtEncodingContext context) {
        if (context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken request
                && request.getAdditionalParameters().get("user") instanceof String user
                && identity.knows(user)) {
            return user;
        }
        throw new OAuth2AuthenticationException(new OAuth2Error(
                OAuth2ErrorCodes.INVALID_REQUEST, "user: expected a demo user or retail-<customer>", null));
    }
}
