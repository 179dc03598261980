package com.rebatesuite.order.hold;

import com.rebatesuite.order.ordering.Order;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks inventory for the goods of a placed order and brings the order on if there is an answer. */
@Component
public class HoldGoods {

    private final StockHold stock;
    private final ApplyHoldAnswers answers;

    HoldGoods(StockHold stock, ApplyHoldAnswers answers) {
        this.stock = stock;
        this.answers = answers;
    }

    /**
     * The order afterwards: still PLACED when inventory does not answer, whose answer then comes from Kafka. Called
     * outside a transaction, so that no connection waits for another service.
     */
    public Order hold(Order placed) {
        return stock.ask(placed)
                .map(answer -> answers.apply(List.of(answer)).getOrDefault(placed.id(), placed))
                .orElse(placed);
    }
}
