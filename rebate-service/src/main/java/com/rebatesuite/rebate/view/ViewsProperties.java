package com.rebatesuite.rebate.view;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the views are written.
 *
 * @param look pause between looks at which generations there are
 * @param fresh how old an end of the log may be that a generation has to have reached to be served
 * @param retire how long after a change the generation before is kept
 * @param consumers threads of this replica for each generation
 * @param poll records written together at most
 */
@ConfigurationProperties("views")
public record ViewsProperties(
        @DefaultValue("1s") Duration look,
        @DefaultValue("3s") Duration fresh,
        @DefaultValue("10m") Duration retire,
        @DefaultValue("1") int consumers,
        @DefaultValue("1000") int poll) {

    public ViewsProperties {
        if (look.isNegative() || look.isZero() || fresh.compareTo(look) <= 0) {
            throw new IllegalArgumentException(
                    "views: look %s, fresh %s (expected: look > 0, fresh > look)".formatted(look, fresh));
        }
        if (consumers < 1 || poll < 1) {
            throw new IllegalArgumentException(
                    "views: consumers %d, poll %d (expected: >= 1)".formatted(consumers, poll));
        }
    }
}
