package com.rebatesuite.identity;

import java.util.function.Consumer;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/** Refuses a scope that the client may ask for but the user who is logged in does not have. */
class UserScopes implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        // Before the login there is nobody to judge; the same request comes again after it.
        if (!(request.getPrincipal() instanceof Authentication user) || !user.isAuthenticated() || isAnonymous(user)) {
            return;
        }
        if (!request.getScopes().stream().allMatch(scope -> has(user, scope))) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, "a scope that the user does not have", null),
                    request);
        }
    }

    private static boolean isAnonymous(Authentication user) {
        return user instanceof AnonymousAuthenticationToken;
    }

    private static boolean has(Authentication user, String scope) {
        return scope.equals(OidcScopes.OPENID)
                || user.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(("SCOPE_" + scope)::equals);
    }
}
