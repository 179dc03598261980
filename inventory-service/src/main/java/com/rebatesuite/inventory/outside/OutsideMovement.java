package com.rebatesuite.inventory.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.reservation.Line;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Goods that came in or left somewhere else, as the system there tells it.
 *
 * @param quantityChange units that came in or, below zero, left
 * @param at when, as that system says
 * @param source the system; its external ids are its own
 * @param externalId by which it is known again, or null when only its place in the topic tells it from others
 * @param reference what it is about, or null when nobody says
 */
public record OutsideMovement(
        LevelKey key,
        long quantityChange,
        OutsideReason reason,
        Instant at,
        String source,
        @Nullable String externalId,
        @Nullable String reference) {

    /** Who tells when nobody says who. */
    public static final String SOMEBODY = "outside";

    private static final long MAX_QUANTITY = 1_000_000_000;

    public OutsideMovement {
        if (quantityChange == 0 || quantityChange < -MAX_QUANTITY || quantityChange > MAX_QUANTITY) {
            throw new IllegalArgumentException("quantity_change: " + quantityChange + " (expected: other than 0, from -"
                    + MAX_QUANTITY + " to " + MAX_QUANTITY + ")");
        }
    }

    /** Why it moved, if it may move so for the reason that is written; null is written when nobody says. */
    public static OutsideReason reason(@Nullable String wire, long quantityChange) {
        return OutsideReason.of(wire, quantityChange);
    }

    /**
     * What it means to the stock. What comes in settles a shortfall first, what leaves and is not there becomes one: so
     * the level is the same in whatever order a sale and the receipt before it arrive.
     *
     * @param place where it was written at first, as {@code topic/partition/offset}: its identity if it has no other
     */
    public StockCommand.OfGoods command(String place) {
        var lines = List.of(new Line(key, Math.abs(quantityChange)));
        return quantityChange > 0
                ? new StockCommand.Receive(origin(place), reason.reason(), lines, false)
                : new StockCommand.Sell(origin(place), reason.reason(), lines);
    }

    private Origin origin(String place) {
        var cause = "outside/" + (externalId == null ? place : source + "/" + encoded(externalId));
        return new Origin(
                cause, Objects.requireNonNullElse(reference, cause), "outside/" + source, reason.wire() + " at " + at);
    }

    /** Without a slash in it, no id can look like another source's, or like a place. */
    private static String encoded(String externalId) {
        return URLEncoder.encode(externalId, UTF_8);
    }
}
