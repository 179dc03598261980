package com.rebatesuite.inventory.movement;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long movements are kept.
 *
 * @param keep how many whole months before the present one
 * @param ahead how many months there are to be after it
 * @param every how often that is looked after
 * @param giveWayAfter how long it waits for those who book, who have to wait for it meanwhile
 */
@ConfigurationProperties("stock.journal")
public record JournalProperties(
        @DefaultValue("24") int keep,
        @DefaultValue("3") int ahead,
        @DefaultValue("1h") Duration every,
        @DefaultValue("2s") Duration giveWayAfter) {

    public JournalProperties {
        within("keep", keep, 1, 1200);
        within("ahead", ahead, 1, 24);
        within("every", every.toMillis(), 1, Duration.ofDays(7).toMillis());
        within(
                "give-way-after",
                giveWayAfter.toMillis(),
                1,
                Duration.ofMinutes(1).toMillis());
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "stock.journal." + name + ": " + value + " (expected: " + least + ".." + most + ")");
        }
    }
}
