package com.rebatesuite.inventory.view;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the live push.
 *
 * @param perUser streams of one caller
 * @param inAll streams of this replica; fewer than the connections the gateway has for it, so that reads get through
 * @param backlog levels a slow watcher may be behind with, of each the latest, before he is dropped
 * @param pace time between two turns of showing: of what moves faster only the latest is shown
 * @param heartbeat silence after which a sign of life is sent
 * @param firstLook how soon after opening the view is read again, because it may lag behind the log
 */
@ConfigurationProperties("live")
public record LiveProperties(
        @DefaultValue("5") int perUser,
        @DefaultValue("400") int inAll,
        @DefaultValue("2000") int backlog,
        @DefaultValue("100ms") Duration pace,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1s") Duration firstLook) {

    public LiveProperties {
        if (perUser < 1 || inAll < 1 || backlog < 1) {
            throw new IllegalArgumentException(
                    "live: per-user %d, in-all %d, backlog %d (expected: >= 1)".formatted(perUser, inAll, backlog));
        }
    }
}
