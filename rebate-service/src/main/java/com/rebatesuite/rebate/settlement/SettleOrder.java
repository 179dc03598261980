package com.rebatesuite.rebate.settlement;

import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.Views;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the ledger that a partner has settled; the ledger does it once however often it is told. */
@Component
public class SettleOrder {

    private final Views views;
    private final LedgerCommands commands;

    SettleOrder(Views views, LedgerCommands commands) {
        this.views = views;
        this.commands = commands;
    }

    /** What became of it. */
    public sealed interface Answer {

        /** The ledger will hear of it for certain. */
        record Accepted() implements Answer {}

        /** Own goods need no settlement. */
        record OwnGoods() implements Answer {}

        /** Nothing is known of such an order. */
        record Unknown() implements Answer {}
    }

    /** Settles the order as of {@code occurredAt}. */
    public Answer settle(String orderId, Instant occurredAt) {
        return views.orders(List.of(orderId)).stream()
                .findFirst()
                .map(order -> settle(order, occurredAt))
                .orElseGet(Answer.Unknown::new);
    }

    private Answer settle(OrderView order, Instant occurredAt) {
        if (order.channel().equals("shop")) {
            return new Answer.OwnGoods();
        }
        commands.send(new RebateSettled(order.orderId(), order.userId(), occurredAt));
        return new Answer.Accepted();
    }
}
