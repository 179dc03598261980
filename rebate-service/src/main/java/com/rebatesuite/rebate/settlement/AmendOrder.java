package com.rebatesuite.rebate.settlement;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.KeyReused;
import com.rebatesuite.rebate.keyed.SeenKeys;
import com.rebatesuite.rebate.settlement.ChangeAnswer.LineChange;
import com.rebatesuite.rebate.settlement.RebateAmended.AmendedLine;
import com.rebatesuite.rebate.settlement.RebateAmended.Wanted;
import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.Views;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the ledger that a partner has raised or cut what lines of an order are worth. */
@Component
public class AmendOrder {

    private final Views views;
    private final LedgerCommands commands;
    private final Awaiting awaiting;
    private final SeenKeys seenKeys;

    AmendOrder(Views views, LedgerCommands commands, Awaiting awaiting, SeenKeys seenKeys) {
        this.views = views;
        this.commands = commands;
        this.awaiting = awaiting;
        this.seenKeys = seenKeys;
    }

    /**
     * Amends it once, however often.
     *
     * @throws KeyReused if the key is known to stand for another amendment
     */
    public ChangeAnswer amend(Wanted wanted, Patience patience) {
        seenKeys.check(wanted.key(), wanted.id(), wanted);
        return order(wanted.orderId())
                .map(order -> refusal(order, wanted).orElseGet(() -> tell(order, wanted, patience)))
                .orElseGet(() -> new ChangeAnswer.Unknown(wanted.orderId()));
    }

    /** What {@link #amend} would come to. */
    public ChangeAnswer preview(Wanted wanted) {
        return order(wanted.orderId())
                .map(order -> refusal(order, wanted).orElseGet(() -> would(order, wanted.lines())))
                .orElseGet(() -> new ChangeAnswer.Unknown(wanted.orderId()));
    }

    private static Optional<ChangeAnswer> refusal(OrderView order, Wanted wanted) {
        if (order.channel().equals("shop")) {
            return Optional.of(new ChangeAnswer.OwnGoods(order.orderId()));
        }
        return OrderLines.closed(order)
                .or(() -> wanted.lines().stream()
                        .flatMap(line -> refusal(order, line).stream())
                        .findFirst());
    }

    private static Optional<ChangeAnswer> refusal(OrderView order, AmendedLine amended) {
        var known = OrderLines.find(order, amended.line());
        if (known.isEmpty()) {
            return Optional.of(
                    new ChangeAnswer.NoLine(amended.line(), order.lines().size()));
        }
        return known.flatMap(line -> refusal(line, amended.base()));
    }

    private static Optional<ChangeAnswer> refusal(LineView line, MoneyView base) {
        if (OrderLines.isClosed(line)) {
            return Optional.of(new ChangeAnswer.LineClosed(line.line()));
        }
        var currency = line.base().currency();
        return currency.equals(base.currency())
                ? Optional.empty()
                : Optional.of(new ChangeAnswer.OtherCurrency(line.line(), base.currency(), currency));
    }

    private ChangeAnswer tell(OrderView order, Wanted wanted, Patience patience) {
        commands.send(wanted.of(order.userId()));
        seenKeys.remember(wanted.id(), wanted);
        return awaiting.see(patience, () -> order(order.orderId()).filter(now -> shows(now, wanted)))
                .<ChangeAnswer>map(now -> new ChangeAnswer.Changed(wanted.id(), now))
                .orElseGet(() -> new ChangeAnswer.Accepted(wanted.id(), order.orderId()));
    }

    private static boolean shows(OrderView order, Wanted wanted) {
        return wanted.lines().stream()
                .allMatch(amended -> OrderLines.find(order, amended.line())
                        .filter(line -> line.base().equals(amended.base()))
                        .isPresent());
    }

    private static ChangeAnswer would(OrderView order, List<AmendedLine> amended) {
        return new ChangeAnswer.Would(
                order.orderId(),
                amended.stream().flatMap(line -> would(order, line).stream()).toList());
    }

    private static Optional<LineChange> would(OrderView order, AmendedLine amended) {
        return OrderLines.find(order, amended.line())
                .map(line -> new LineChange(
                        line.line(),
                        line.bucket(),
                        line.earned().currency(),
                        OrderLines.rest(line),
                        OrderLines.restIfCut(line, amended.base().minor())));
    }

    private Optional<OrderView> order(String orderId) {
        return views.orders(List.of(orderId)).stream().findFirst();
    }
}
