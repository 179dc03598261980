package com.rebatesuite.rebate.quote;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How quotes are signed and how long they hold.
 *
 * @param keys each {@code id:base64} of 32 bytes or more: the first signs, all of them are known again
 * @param lifetime of a quote, at most a day
 */
@ConfigurationProperties("quote")
record QuoteProperties(
        @Nullable List<String> keys, @DefaultValue("30m") Duration lifetime) {

    private static final Duration LONGEST = Duration.ofDays(1);

    QuoteProperties {
        if (keys == null || keys.isEmpty()) {
            throw new IllegalArgumentException("quote.keys: none (expected: at least one, id:base64; set QUOTE_KEYS)");
        }
        keys = List.copyOf(keys);
        var ids = new HashSet<String>();
        for (var key : keys) {
            var id = SigningKey.parse(key).id();
            if (!ids.add(id)) {
                throw new IllegalArgumentException("quote.keys: " + id + " twice (expected: each id once)");
            }
        }
        if (!lifetime.isPositive() || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("quote.lifetime: " + lifetime + " (expected: up to " + LONGEST + ")");
        }
    }

    List<SigningKey> signingKeys() {
        return keys == null ? List.of() : keys.stream().map(SigningKey::parse).toList();
    }
}
