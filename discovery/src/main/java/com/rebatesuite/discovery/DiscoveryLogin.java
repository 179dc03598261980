package com.rebatesuite.discovery;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The one login of the registry: whoever has it can register, look up and see the dashboard. */
@ConfigurationProperties("discovery.login")
record DiscoveryLogin(String user, String password) {

    DiscoveryLogin {
        if (user.isBlank()) {
            throw new IllegalArgumentException("EUREKA_USER: '' (expected: the name services register with)");
        }
        if (password.isBlank()) {
            throw new IllegalArgumentException("EUREKA_PASSWORD: '' (expected: a password; profile local has one)");
        }
    }

    /** Does not show the password. */
    @Override
    public String toString() {
        return "DiscoveryLogin[user=" + user + "]";
    }
}
