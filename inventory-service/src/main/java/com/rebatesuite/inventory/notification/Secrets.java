package com.rebatesuite.inventory.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel's webhooks are signed with. While one secret replaces another both sign, so that the receiver may change
 * at any moment in between.
 */
public record Secrets(
        String current, @Nullable String previous, @Nullable Instant previousUntil) {

    /** The only secret there has been. */
    static Secrets first(String secret) {
        return new Secrets(secret, null, null);
    }

    /** A new secret; the present one is good until then. */
    Secrets rotated(String fresh, Instant until) {
        return new Secrets(fresh, current, until);
    }

    /** Those that sign at that moment, the newest first. */
    public List<String> validAt(Instant now) {
        return previous != null && previousUntil != null && now.isBefore(previousUntil)
                ? List.of(current, previous)
                : List.of(current);
    }

    /** Says nothing, so that no log ever does. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
