package com.rebatesuite.rebate.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the live push.
 *
 * @param perUser streams of one shopper; one more ends the oldest
 * @param inAll streams of this replica
 * @param backlog changes a slow watcher may be behind before he is dropped
 * @param heartbeat silence after which a sign of life is sent
 * @param firstLook how soon after opening the views are read again, because they may lag behind the log
 */
@ConfigurationProperties("live")
public record LiveProperties(
        @DefaultValue("5") int perUser,
        @DefaultValue("2000") int inAll,
        @DefaultValue("16") int backlog,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1s") Duration firstLook) {

    public LiveProperties {
        if (perUser < 1 || inAll < 1 || backlog < 1) {
            throw new IllegalArgumentException(
                    "live: per-user %d, in-all %d, backlog %d (expected: >= 1)".formatted(perUser, inAll, backlog));
        }
    }
}
