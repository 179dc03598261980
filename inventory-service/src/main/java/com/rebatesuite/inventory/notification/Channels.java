package com.rebatesuite.inventory.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is told of alerts. A channel that was removed is not found any more. */
public interface Channels {

    /** Writes a channel that is new or has changed. */
    void write(Channel channel);

    /** The channel, if there is one, kept from everybody else until the transaction ends, if there is one. */
    Optional<Channel> lock(UUID id);

    /** Channels that want to hear of any of these categories. */
    List<Channel> of(Collection<String> categories);

    /** All channels, the newest first, those after this one. */
    List<Channel> page(@Nullable UUID after, int limit);

    /** Removes the channel, and cancels what it was still to be told; false if there is none. */
    boolean remove(UUID id, Instant now);
}
