package com.rebatesuite.inventory.notification.web;

import com.rebatesuite.inventory.notification.Channel;
import com.rebatesuite.inventory.notification.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A channel; {@code secret} is there only where it was just made. */
record ChannelResponse(
        UUID id,
        String type,
        String category,
        List<String> kinds,
        String address,
        String createdBy,
        Instant createdAt,
        @Nullable String secret,
        @Nullable Instant previousSecretUntil) {

    static ChannelResponse of(Channel channel) {
        return of(channel, null);
    }

    static ChannelResponse withSecret(Channel channel) {
        return of(
                channel,
                Optional.ofNullable(channel.secrets()).map(Secrets::current).orElse(null));
    }

    private static ChannelResponse of(Channel channel, @Nullable String secret) {
        return new ChannelResponse(
                channel.id(),
                channel.type().wire(),
                channel.category(),
                channel.kinds(),
                channel.address(),
                channel.createdBy(),
                channel.createdAt(),
                secret,
                Optional.ofNullable(channel.secrets())
                        .map(Secrets::previousUntil)
                        .orElse(null));
    }
}
