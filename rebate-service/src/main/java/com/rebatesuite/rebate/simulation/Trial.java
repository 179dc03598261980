package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.earning.Earned;
import com.rebatesuite.rebate.earning.Earning;
import com.rebatesuite.rebate.earning.Shopper;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.Rulebook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Decides the recorded orders again, with the draft among the rules. Orders before the period count for what is known of
 * their shoppers. Nothing leaves it but its outcome.
 */
final class Trial {

    private final Experiment experiment;
    private final Rulebook rules;
    private final int mostOrders;
    private final Spending spending;
    private final Map<String, Shopper> shoppers = new HashMap<>();
    private final Map<String, TriedOrder> orders = new HashMap<>();

    Trial(Experiment experiment, Collection<RebateRule> known, int mostOrders) {
        this.experiment = experiment;
        this.rules = experiment.rulebook(known);
        this.mostOrders = mostOrders;
        this.spending = new Spending(rules, experiment.ruleId());
    }

    /**
     * Takes in the next fact.
     *
     * @throws TooManyOrders when the period has more of them than may be tried at once
     */
    void take(Fact fact) {
        switch (fact) {
            case Fact.Paid paid -> decide(paid);
            case Fact.Returned returned -> at(returned.orderId(), order -> order.returned(returned.units()));
            case Fact.Cancelled cancelled -> at(cancelled.orderId(), TriedOrder::cancelled);
            case Fact.Booked booked -> at(booked.orderId(), order -> order.booked(booked.minor()));
        }
    }

    Outcome outcome() {
        return new Tally(orders.values()).outcome(spending.ofDraft().orElse(null));
    }

    private void decide(Fact.Paid paid) {
        var basket = paid.basket();
        if (orders.containsKey(basket.orderId()) || !basket.occurredAt().isBefore(experiment.to())) {
            return;
        }
        var shopper = shoppers.getOrDefault(paid.userId(), Shopper.unknown());
        var earned = Earning.earn(basket, shopper, spending, rules);
        shoppers.put(paid.userId(), shopper.after(basket, earned));
        spending.draw(LocalDate.ofInstant(basket.occurredAt(), ZoneOffset.UTC), earned);
        remember(paid, earned);
    }

    private void remember(Fact.Paid paid, Earned earned) {
        if (!experiment.covers(paid.basket().occurredAt())) {
            return;
        }
        if (orders.size() == mostOrders) {
            throw new TooManyOrders(mostOrders);
        }
        orders.put(paid.basket().orderId(), new TriedOrder(paid.userId(), paid.basket(), earned));
    }

    private void at(String orderId, Consumer<TriedOrder> change) {
        var order = orders.get(orderId);
        if (order != null) {
            change.accept(order);
        }
    }
}
