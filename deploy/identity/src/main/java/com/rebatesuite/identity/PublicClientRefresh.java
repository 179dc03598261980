package com.rebatesuite.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Lets a client without a secret, a phone, renew its tokens. The framework does not: without a secret the refresh token
 * itself is the proof, so each is good for one use (OAuth 2.1, 4.3.1), which the client's settings say.
 */
class PublicClientRefresh implements AuthenticationConverter, AuthenticationProvider {

    private static final String GRANT = AuthorizationGrantType.REFRESH_TOKEN.getValue();

    private final RegisteredClientRepository clients;

    PublicClientRefresh(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    /** Null for every request that is not one of these: then the framework's own ways are tried. */
    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var client = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        if (client == null
                || !GRANT.equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE))
                || request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return null;
        }
        return new OAuth2ClientAuthenticationToken(
                client, ClientAuthenticationMethod.NONE, null, Map.of(OAuth2ParameterNames.GRANT_TYPE, GRANT));
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        var asking = (OAuth2ClientAuthenticationToken) authentication;
        if (!ClientAuthenticationMethod.NONE.equals(asking.getClientAuthenticationMethod())
                || !GRANT.equals(asking.getAdditionalParameters().get(OAuth2ParameterNames.GRANT_TYPE))) {
            return null;
        }
        var client = clients.findByClientId(Objects.toString(asking.getPrincipal()));
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
