package com.rebatesuite.order.partner;

import com.rebatesuite.order.partner.Checked.Bad;
import com.rebatesuite.order.partner.Checked.Good;
import com.rebatesuite.order.returns.UnitsBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A return as a partner states it, about which nothing is sure yet. */
public record StatedReturn(
        @Nullable String externalNumber,
        @Nullable String orderExternalNumber,
        @Nullable Instant occurredAt,
        @Nullable String reason,
        @Nullable List<Line> lines)
        implements FeedItem<PartnerReturn> {

    /** Units of the order's line with that position. */
    public record Line(@Nullable Integer line, @Nullable Integer quantity) {}

    /** The return, or what is wrong with it. */
    @Override
    public Checked<PartnerReturn> check(String partner, Instant now) {
        try {
            return new Good<>(checked(now));
        } catch (BadItem bad) {
            return new Bad<>(bad.result(String.valueOf(externalNumber)));
        }
    }

    private PartnerReturn checked(Instant now) {
        var units = units();
        var order = Stated.text("bad-order-external-number", "order_external_number", orderExternalNumber);
        var at = Stated.past(occurredAt, now);
        var why = Stated.textOr("returned to the partner", "bad-reason", "reason", reason);
        return new PartnerReturn(
                Stated.text("bad-external-number", "external_number", externalNumber),
                order,
                at,
                why,
                units,
                Fingerprint.of(List.of(order, at, why, units)));
    }

    private List<UnitsBack> units() {
        var units = new ArrayList<UnitsBack>();
        for (var line : Stated.lines(lines)) {
            units.add(units(line));
        }
        return units;
    }

    private static UnitsBack units(@Nullable Line line) {
        if (line == null || line.line() == null || line.line() < 1) {
            throw new BadItem("bad-lines", "line", String.valueOf(line), "the position of a line, from 1");
        }
        return new UnitsBack(line.line(), Stated.quantity("quantity of line " + line.line(), line.quantity()));
    }
}
