package com.rebatesuite.rebate;

import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who asks, in tests of controllers. */
public final class Tokens {

    private Tokens() {}

    public static RequestPostProcessor operator(String subject) {
        return token(subject, "shop ops");
    }

    public static RequestPostProcessor shopper(String subject) {
        return token(subject, "shop");
    }

    private static RequestPostProcessor token(String subject, String scope) {
        return SecurityMockMvcRequestPostProcessors.jwt()
                .jwt(token -> token.subject(subject).claim("scope", scope));
    }
}
