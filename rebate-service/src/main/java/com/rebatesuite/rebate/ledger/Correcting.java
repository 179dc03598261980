package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Amending;
import com.rebatesuite.rebate.earning.HalfEven;
import com.rebatesuite.rebate.earning.Step;
import com.rebatesuite.rebate.earning.Words;
import com.rebatesuite.rebate.ledger.Input.AmendedLine;
import com.rebatesuite.rebate.ledger.Input.RebateAmended;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The partner raised or cut the base of lines: each part earns in proportion, and what has come back already is reversed in
 * proportion again.
 */
final class Correcting {

    private Correcting() {}

    static Decision amend(Books books, RebateAmended amended) {
        var order = books.order(amended.orderId());
        if (order == null || order.awaited()) {
            return new Decision.Refused("unknown-order");
        }
        if (order.facts().contains(amended.amendmentId())) {
            return new Decision.Ignored("already-amended");
        }
        var objection = objection(order, amended.lines());
        if (objection != null) {
            return new Decision.Refused(objection);
        }
        return order.anyOpen() ? book(books, order, amended) : new Decision.Ignored("nothing-left");
    }

    private static @Nullable String objection(OrderRebate order, List<AmendedLine> lines) {
        if (!lines.stream().allMatch(line -> order.hasLine(line.line()))) {
            return "unknown-line";
        }
        return lines.stream().allMatch(line -> line.currency().equals(order.currency())) ? null : "other-currency";
    }

    private static Decision book(Books books, OrderRebate order, RebateAmended amended) {
        var booking = new Booking(books, amended.cause());
        Map<Integer, AmendedLine> lines =
                amended.lines().stream().collect(Collectors.toMap(AmendedLine::line, Function.identity()));
        var after = order.withLines(line -> {
            var change = lines.get(line.line());
            return change == null || !line.open() ? line : amend(booking, order, line, change.base(), amended.reason());
        });
        return booking.remember(after.withFact(amended.amendmentId())).booked();
    }

    private static LineRebate amend(Booking booking, OrderRebate order, LineRebate line, long base, String reason) {
        return line.parts(part -> amend(booking, order, line, part, base, reason))
                .withBase(base);
    }

    private static PartRebate amend(
            Booking booking, OrderRebate order, LineRebate line, PartRebate part, long base, String reason) {
        long earned = Amending.amended(
                part.rule(), part.earned(), line.base(), base, booking.books().rules());
        long reversed = HalfEven.share(earned, line.returned(), line.quantity());
        var words = "%s: %s instead of %s"
                .formatted(reason, Words.money(order.currency(), base), Words.money(order.currency(), line.base()));
        var after = part.earning(earned, reversed, new Step("amendment", words, earned));
        long difference = after.rest() - part.rest();
        var step = new Step("amendment", words, Math.abs(difference));
        if (difference < 0) {
            TakingBack.book(booking, Kind.AMENDED, order, line, part, -difference, step);
            return after;
        }
        return difference == 0 ? after : raise(booking, order, line, after, difference, step);
    }

    private static PartRebate raise(
            Booking booking, OrderRebate order, LineRebate line, PartRebate part, long minor, Step step) {
        var about = About.part(order, line, part);
        if (line.bucket() == Bucket.AVAILABLE) {
            long lot = booking.release(Kind.AMENDED, about, Bucket.HOUSE, order.currency(), minor, List.of(step));
            return part.lot() == 0 ? part.inLot(lot) : part;
        }
        booking.move(Kind.AMENDED, about, Bucket.HOUSE, line.bucket(), order.currency(), minor, List.of(step));
        return part;
    }
}
