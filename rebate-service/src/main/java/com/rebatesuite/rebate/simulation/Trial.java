package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.Earned;
import com.rebatesuite.rebate.earning.Earning;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.Rulebook;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Decides the recorded orders again, with the draft among the rules. What was before the period counts for what is known of
 * shoppers and budgets. Nothing leaves it but its outcome.
 */
final class Trial {

    private static final Earned NOTHING = new Earned(List.of(), Map.of(), Map.of(), Map.of(), Set.of());

    private final Experiment experiment;
    private final Rulebook rules;
    private final int mostOrders;
    private final Spending spending;
    private final Shoppers shoppers;
    private final Claims claims = new Claims();
    private final Recent paid = new Recent();
    private final Map<String, TriedOrder> orders = new HashMap<>();
    private final Omissions omissions = new Omissions();

    Trial(Experiment experiment, Collection<RebateRule> known, SimulationProperties bounds) {
        this.experiment = experiment;
        this.rules = experiment.rulebook(known);
        this.mostOrders = bounds.mostOrders();
        this.spending = new Spending(rules, experiment);
        this.shoppers = new Shoppers(bounds.mostShoppers());
    }

    /**
     * Takes in the next fact.
     *
     * @throws TooMuchToTry when there is more than may be kept at once
     */
    void take(Fact fact) {
        switch (fact) {
            case Fact.Paid order -> pay(order);
            case Fact.Returned returned -> at(returned.orderId(), order -> order.returned(returned));
            case Fact.Amended amended -> at(amended.orderId(), order -> order.amended(amended, rules));
            case Fact.Rejected rejected -> at(rejected.orderId(), order -> order.rejected(rejected));
            case Fact.Cancelled cancelled -> at(cancelled.orderId(), TriedOrder::cancelled);
            case Fact.CouponIssued issued -> shoppers.issued(issued.userId(), issued.coupon());
            case Fact.CouponExpired expired -> shoppers.expired(expired.userId(), expired.couponId());
            case Fact.ClaimFiled filed -> claims.filed(filed);
            case Fact.ClaimGranted granted -> claims.granted(granted.claimId());
            case Fact.Booked booked -> at(booked.orderId(), order -> order.booked(booked.minor()));
            case Fact.Unreadable unreadable -> omissions.unreadable();
        }
    }

    Outcome outcome() {
        return new Tally(orders.values()).outcome(spending.ofDraft().orElse(null), omissions.all());
    }

    private void pay(Fact.Paid order) {
        var basket = order.basket();
        if (!basket.occurredAt().isBefore(experiment.to())
                || orders.containsKey(basket.orderId())
                || !paid.first(basket.orderId())) {
            return;
        }
        boolean granted = claims.covers(order.userId(), order.purchase());
        var earned = granted ? NOTHING : decide(order.userId(), basket);
        shoppers.ordered(order.userId(), basket, earned);
        if (experiment.covers(basket.occurredAt())) {
            omissions.of(order, granted);
            remember(order, granted, earned);
        }
    }

    private Earned decide(String userId, Basket basket) {
        var earned = Earning.earn(basket, shoppers.of(userId), spending, rules);
        spending.draw(basket.occurredAt(), earned);
        return earned;
    }

    private void remember(Fact.Paid order, boolean granted, Earned earned) {
        if (granted) {
            return;
        }
        if (orders.size() == mostOrders) {
            throw TooMuchToTry.orders(mostOrders);
        }
        orders.put(order.basket().orderId(), new TriedOrder(order.userId(), order.basket(), earned));
    }

    private void at(String orderId, Consumer<TriedOrder> change) {
        var order = orders.get(orderId);
        if (order != null) {
            change.accept(order);
        }
    }
}
