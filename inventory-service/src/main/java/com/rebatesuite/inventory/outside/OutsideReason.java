package com.rebatesuite.inventory.outside;

import static java.util.stream.Collectors.joining;

import com.rebatesuite.inventory.movement.Reason;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why goods came in or left, in the words of outside systems, and what that is in ours. */
public enum OutsideReason {
    RECEIPT(Reason.RECEIPT, true, false),
    RETURN(Reason.RESTOCK, true, false),
    SALE(Reason.SALE, false, true),
    DAMAGE(Reason.WRITE_OFF, false, true),
    LOSS(Reason.WRITE_OFF, false, true),
    CORRECTION(Reason.ADJUSTMENT, true, true);

    private final Reason reason;
    private final boolean comesIn;
    private final boolean leaves;

    OutsideReason(Reason reason, boolean comesIn, boolean leaves) {
        this.reason = reason;
        this.comesIn = comesIn;
        this.leaves = leaves;
    }

    /**
     * The reason written like that, e.g. {@code sale}; where none is written, goods came in as a receipt or left as a
     * sale.
     *
     * @throws IllegalArgumentException if nothing can move by so many units for that reason
     */
    static OutsideReason of(@Nullable String wire, long quantityChange) {
        if (wire == null) {
            return quantityChange > 0 ? RECEIPT : SALE;
        }
        return possible(quantityChange)
                .filter(reason -> reason.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("reason: " + wire + " (expected for a quantity_change "
                        + (quantityChange > 0 ? "above 0: " : "below 0: ")
                        + possible(quantityChange).map(OutsideReason::wire).collect(joining(", ")) + ")"));
    }

    /** As it is written outside. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called in our journal. */
    Reason reason() {
        return reason;
    }

    private static Stream<OutsideReason> possible(long quantityChange) {
        return Stream.of(values()).filter(reason -> quantityChange > 0 ? reason.comesIn : reason.leaves);
    }
}
