package com.rebatesuite.rebate.withdrawal;

import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who asks, in tests of controllers. */
public final class Callers {

    private Callers() {}

    public static RequestPostProcessor shopper(String subject) {
        return caller(subject, "SCOPE_shop");
    }

    public static RequestPostProcessor operator(String subject) {
        return caller(subject, "SCOPE_ops");
    }

    private static RequestPostProcessor caller(String subject, String authority) {
        return SecurityMockMvcRequestPostProcessors.jwt()
                .jwt(token -> token.subject(subject))
                .authorities(new SimpleGrantedAuthority(authority));
    }
}
