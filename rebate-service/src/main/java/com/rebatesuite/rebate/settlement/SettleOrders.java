package com.rebatesuite.rebate.settlement;

import com.rebatesuite.rebate.command.CommandNotWritten;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the ledger of many settlements at once: what is wrong with one order is not the others' business. */
@Component
public class SettleOrders {

    /** How many orders at once. */
    public static final int MOST = 1_000;

    private static final int CHUNK = 100;

    private final Views views;
    private final LedgerCommands commands;

    SettleOrders(Views views, LedgerCommands commands) {
        this.views = views;
        this.commands = commands;
    }

    /** What became of one order. */
    public enum Outcome {
        /** The ledger will hear of it for certain. */
        ACCEPTED,
        /** It is settled already. */
        SETTLED,
        /** Own goods need no settlement. */
        OWN_GOODS,
        /** Nothing is known of such an order. */
        UNKNOWN,
        /** It may or may not count: say it again, it counts once. */
        UNCERTAIN,
        /** It was not tried, as those before it could not be written: say it again. */
        NOT_TRIED
    }

    /** One order and what became of it. */
    public record Result(String orderId, Outcome outcome) {}

    /**
     * Settles them as of {@code occurredAt}; the results are in the order of what was asked, one for each order.
     *
     * @throws IllegalArgumentException if there are none, or more than {@value #MOST}
     */
    public List<Result> settle(List<String> orderIds, Instant occurredAt) {
        var distinct = orderIds.stream().distinct().toList();
        if (distinct.isEmpty() || orderIds.size() > MOST) {
            throw new IllegalArgumentException("orders: " + orderIds.size() + " (expected: 1.." + MOST + ")");
        }
        var outcomes = new HashMap<String, Outcome>();
        var partners = new ArrayList<OrderView>();
        for (var order : known(distinct)) {
            var outcome = outcomeOf(order);
            outcomes.put(order.orderId(), outcome);
            if (outcome == Outcome.ACCEPTED) {
                partners.add(order);
            }
        }
        outcomes.putAll(tell(partners, occurredAt));
        return distinct.stream()
                .map(id -> new Result(id, outcomes.getOrDefault(id, Outcome.UNKNOWN)))
                .toList();
    }

    private static Outcome outcomeOf(OrderView order) {
        if (order.channel().equals("shop")) {
            return Outcome.OWN_GOODS;
        }
        return order.settled() ? Outcome.SETTLED : Outcome.ACCEPTED;
    }

    private List<OrderView> known(List<String> orderIds) {
        return chunks(orderIds).flatMap(chunk -> views.orders(chunk).stream()).toList();
    }

    /** In chunks, so that one that fails does not leave all of them uncertain; after it nothing more is tried. */
    private Map<String, Outcome> tell(List<OrderView> orders, Instant occurredAt) {
        var failed = new HashMap<String, Outcome>();
        chunks(orders).forEach(chunk -> {
            var outcome = failed.isEmpty() ? tellAll(chunk, occurredAt) : Outcome.NOT_TRIED;
            if (outcome != Outcome.ACCEPTED) {
                chunk.forEach(order -> failed.put(order.orderId(), outcome));
            }
        });
        return failed;
    }

    private Outcome tellAll(List<OrderView> orders, Instant occurredAt) {
        try {
            commands.send(orders.stream()
                    .map(order -> new RebateSettled(order.orderId(), order.userId(), occurredAt))
                    .toList());
            return Outcome.ACCEPTED;
        } catch (CommandNotWritten failure) {
            return Outcome.UNCERTAIN;
        }
    }

    private static <T> Stream<List<T>> chunks(List<T> all) {
        return Stream.iterate(0, from -> from < all.size(), from -> from + CHUNK)
                .map(from -> all.subList(from, Math.min(from + CHUNK, all.size())));
    }
}
