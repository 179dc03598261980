package com.rebatesuite.inventory.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told of alerts.
 *
 * @param category of the products it wants to hear of; {@link #ANY} for all
 * @param kinds of alerts it wants to hear of: low, out, recovered
 * @param address a URL, or mail addresses with commas between them
 * @param secrets of a webhook
 */
public record Channel(
        UUID id,
        ChannelType type,
        String category,
        List<String> kinds,
        String address,
        @Nullable Secrets secrets,
        String createdBy,
        Instant createdAt) {

    /** The category that stands for all. */
    public static final String ANY = "*";

    public Channel {
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty() || (secrets != null) != (type == ChannelType.WEBHOOK)) {
            throw new IllegalArgumentException("channel " + id + ": kinds " + kinds + ", type " + type
                    + " (expected: a kind, and secrets for a webhook only)");
        }
    }

    /** Whether it wants to hear of this. */
    boolean wants(Notice notice) {
        return kinds.contains(notice.told())
                && (category.equals(ANY) || category.equals(notice.facts().category()));
    }

    /** The same channel with other secrets. */
    Channel with(Secrets other) {
        return new Channel(id, type, category, kinds, address, other, createdBy, createdAt);
    }
}
