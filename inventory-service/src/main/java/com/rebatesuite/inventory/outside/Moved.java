package com.rebatesuite.inventory.outside;

import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reservation.Line;

/**
 * What makes two tellings the same movement: product, place, reason and units. Time and reference are only said of it.
 *
 * @param units in the hands of the house: what settles a shortfall counts as come in, what is short as left
 */
public record Moved(LevelKey key, Reason reason, long units) {

    /** What was booked. */
    public static Moved by(Movement booked) {
        var deltas = booked.deltas();
        return new Moved(booked.key(), booked.reason(), Math.subtractExact(deltas.onHand(), deltas.shortfall()));
    }

    /** What an outside movement asks for. */
    public static Moved by(StockCommand command) {
        return switch (command) {
            case StockCommand.Receive receive -> of(receive.lines().getFirst(), receive.reason(), 1);
            case StockCommand.Sell sell -> of(sell.lines().getFirst(), sell.reason(), -1);
            default ->
                throw new IllegalArgumentException("command: " + command + " (expected: of an outside movement)");
        };
    }

    private static Moved of(Line line, Reason reason, int sign) {
        return new Moved(line.key(), reason, sign * line.quantity());
    }

    @Override
    public String toString() {
        return units + " of " + key.sku() + " at " + key.location() + " for " + reason.wire();
    }
}
