package com.rebatesuite.identity;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Who can log in, where the signing keys lie, and which pages of other origins may ask for tokens. */
@ConfigurationProperties("identity")
record IdentityProperties(Path keys, List<DemoUser> users, List<String> allowedOrigins) {

    IdentityProperties {
        users = List.copyOf(users);
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    /** Whether the name is one that a demo client may speak for: a demo user or a customer of the retail data. */
    boolean knows(String name) {
        return name.matches("retail-[A-Za-z0-9-]{1,40}")
                || users.stream().anyMatch(user -> user.name().equals(name));
    }

    /** Somebody who logs in by password, and the scopes tokens of theirs may carry. */
    record DemoUser(String name, String password, List<String> scopes) {

        DemoUser {
            scopes = List.copyOf(scopes);
        }
    }
}
