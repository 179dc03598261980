package com.rebatesuite.rebate.settlement;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.KeyReused;
import com.rebatesuite.rebate.keyed.SeenKeys;
import com.rebatesuite.rebate.settlement.ChangeAnswer.LineChange;
import com.rebatesuite.rebate.settlement.RebateRejected.Wanted;
import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.Views;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the ledger that an order, or some of its lines, earns nothing. */
@Component
public class RejectOrder {

    private final Views views;
    private final LedgerCommands commands;
    private final Awaiting awaiting;
    private final SeenKeys seenKeys;

    RejectOrder(Views views, LedgerCommands commands, Awaiting awaiting, SeenKeys seenKeys) {
        this.views = views;
        this.commands = commands;
        this.awaiting = awaiting;
        this.seenKeys = seenKeys;
    }

    /**
     * Rejects it once, however often.
     *
     * @throws KeyReused if the key is known to stand for another rejection
     */
    public ChangeAnswer reject(Wanted wanted, Patience patience) {
        seenKeys.check(wanted.key(), wanted.id(), wanted);
        return order(wanted.orderId())
                .map(order -> settled(order, wanted).orElseGet(() -> tell(order, wanted, patience)))
                .orElseGet(() -> new ChangeAnswer.Unknown(wanted.orderId()));
    }

    /** What {@link #reject} would come to. */
    public ChangeAnswer preview(Wanted wanted) {
        return order(wanted.orderId())
                .map(order -> settled(order, wanted).orElseGet(() -> would(order, wanted)))
                .orElseGet(() -> new ChangeAnswer.Unknown(wanted.orderId()));
    }

    /** An order that is rejected stays so: whoever says it again is right. */
    private Optional<ChangeAnswer> settled(OrderView order, Wanted wanted) {
        return noLine(order, wanted)
                .or(() -> order.state().equals("rejected")
                        ? Optional.of(new ChangeAnswer.Changed(wanted.id(), order))
                        : OrderLines.closed(order));
    }

    private static Optional<ChangeAnswer> noLine(OrderView order, Wanted wanted) {
        return wanted.named().stream()
                .filter(line -> OrderLines.find(order, line).isEmpty())
                .findFirst()
                .map(line -> new ChangeAnswer.NoLine(line, order.lines().size()));
    }

    private ChangeAnswer tell(OrderView order, Wanted wanted, Patience patience) {
        commands.send(wanted.of(order.userId()));
        seenKeys.remember(wanted.id(), wanted);
        return awaiting.see(patience, () -> order(order.orderId()).filter(now -> shows(now, wanted)))
                .<ChangeAnswer>map(now -> new ChangeAnswer.Changed(wanted.id(), now))
                .orElseGet(() -> new ChangeAnswer.Accepted(wanted.id(), order.orderId()));
    }

    private static boolean shows(OrderView order, Wanted wanted) {
        return lines(order, wanted).allMatch(OrderLines::isClosed);
    }

    private static ChangeAnswer would(OrderView order, Wanted wanted) {
        return new ChangeAnswer.Would(
                order.orderId(),
                lines(order, wanted)
                        .map(line -> new LineChange(
                                line.line(), line.bucket(), line.earned().currency(), OrderLines.rest(line), 0L))
                        .toList());
    }

    private static Stream<LineView> lines(OrderView order, Wanted wanted) {
        return order.lines().stream().filter(line -> wanted.isAbout(line.line()));
    }

    private Optional<OrderView> order(String orderId) {
        return views.orders(List.of(orderId)).stream().findFirst();
    }
}
