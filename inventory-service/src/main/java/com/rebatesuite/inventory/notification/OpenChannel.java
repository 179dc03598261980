package com.rebatesuite.inventory.notification;

import com.rebatesuite.platform.event.EventIds;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes on channels, and gives webhooks their secrets. */
@Component
public class OpenChannel {

    private static final int SECRET_BYTES = 32;

    private final Channels channels;
    private final List<Carrier> carriers;
    private final NotificationProperties properties;
    private final EventIds ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OpenChannel(
            Channels channels, List<Carrier> carriers, NotificationProperties properties, EventIds ids, Clock clock) {
        this.channels = channels;
        this.carriers = List.copyOf(carriers);
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** What speaks against a channel of this type to this address, if anything does. */
    public Optional<Carrier.Objection> objection(ChannelType type, String address) {
        return carriers.stream()
                .filter(carrier -> carrier.type() == type)
                .findFirst()
                .orElseThrow()
                .objection(address);
    }

    /** A new channel, told of everything from now on. */
    @Transactional
    public Channel open(ChannelType type, String category, List<String> kinds, String address, String by) {
        var secrets = type == ChannelType.WEBHOOK ? Secrets.first(secret()) : null;
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var channel = new Channel(ids.next(), type, category, kinds, address, secrets, by, now);
        channels.write(channel);
        return channel;
    }

    /** Gives the webhook another secret; the one before signs as well for a while. Empty if there is no such webhook. */
    @Transactional
    public Optional<Channel> rotate(UUID id) {
        var until = clock.instant().plus(properties.secretOverlap());
        return channels.lock(id)
                .flatMap(channel -> Optional.ofNullable(channel.secrets())
                        .map(secrets -> channel.with(secrets.rotated(secret(), until)))
                        .map(this::written));
    }

    private Channel written(Channel channel) {
        channels.write(channel);
        return channel;
    }

    /** As Standard Webhooks has it: {@code whsec_} and base64. */
    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
