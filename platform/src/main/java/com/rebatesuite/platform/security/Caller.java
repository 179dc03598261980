package com.rebatesuite.platform.security;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who sent the request, by the token: take one as a controller parameter. */
public final class Caller {

    private final String subject;
    private final @Nullable String partner;
    private final boolean operator;

    /** A caller as the token would describe it; {@code partner} is null for everybody who is none. */
    public Caller(String subject, @Nullable String partner, boolean operator) {
        this.subject = subject;
        this.partner = partner;
        this.operator = operator;
    }

    static Caller of(JwtAuthenticationToken token) {
        var operator = token.getAuthorities().stream()
                .anyMatch(authority -> Objects.equals(authority.getAuthority(), "SCOPE_ops"));
        var subject = Optional.ofNullable(token.getToken().getSubject())
                .orElseThrow(() -> new AccessDeniedException("the token names no subject"));
        return new Caller(subject, token.getToken().getClaimAsString("partner"), operator);
    }

    /** The {@code sub} of the token: the user id of a shopper, the client id of a machine. */
    public String subject() {
        return subject;
    }

    /**
     * The partner's id, without any prefix.
     *
     * @throws AccessDeniedException if the caller is not a partner: the answer is 403
     */
    public String partner() {
        if (partner == null || partner.isBlank()) {
            throw new AccessDeniedException("the token names no partner");
        }
        return partner;
    }

    /** Whether the caller may see and do what operators do. */
    public boolean operator() {
        return operator;
    }
}
