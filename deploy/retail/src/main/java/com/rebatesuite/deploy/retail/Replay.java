package com.rebatesuite.deploy.retail;

import com.rebatesuite.deploy.retail.check.Audit;
import com.rebatesuite.deploy.retail.check.Difference;
import com.rebatesuite.deploy.retail.check.Findings;
import com.rebatesuite.deploy.retail.check.OpeningStock;
import com.rebatesuite.deploy.retail.check.Survey;
import com.rebatesuite.deploy.retail.gateway.Gateway;
import com.rebatesuite.deploy.retail.gateway.Partners;
import com.rebatesuite.deploy.retail.gateway.Rebates;
import com.rebatesuite.deploy.retail.gateway.Stock;
import com.rebatesuite.deploy.retail.invoices.Order;
import com.rebatesuite.deploy.retail.invoices.Plan;
import com.rebatesuite.deploy.retail.invoices.Return;
import com.rebatesuite.deploy.retail.invoices.Transaction;
import java.time.Duration;
import java.util.List;

/**
 * The whole replay: rule, opening stock, orders and returns, comparison. It keeps nothing of its own: what the suite
 * already has is asked of the suite, so it can be stopped and started again at any point.
 */
final class Replay {

    private final Gateway gateway;
    private final Partners partners;
    private final Rebates rebates;
    private final Stock stock;
    private final Progress progress;

    Replay(Gateway gateway, Progress progress) {
        this.gateway = gateway;
        this.partners = new Partners(gateway);
        this.rebates = new Rebates(gateway);
        this.stock = new Stock(gateway);
        this.progress = progress;
    }

    /**
     * Sends what the suite does not have yet, waits until it has settled and compares.
     *
     * @param resend sends also what the suite already has
     */
    Findings run(Plan plan, OpeningStock opening, Pace pace, int lanes, boolean resend) throws InterruptedException {
        progress.start("preparing", "steps", 3);
        applyRule();
        progress.advance(1);
        opening.receive(stock);
        progress.advance(1);
        var transactions = resend ? plan.transactions() : missing(plan);
        progress.advance(1);
        var refusals = send(transactions, pace, lanes);
        var audit = new Audit(plan, opening);
        settle(plan, audit);
        return compare(plan, audit, opening, refusals);
    }

    private void applyRule() {
        if (rebates.ruleApplied()) {
            return;
        }
        rebates.writeRule();
        var waiting = gateway.waiting();
        while (!rebates.ruleApplied()) {
            if (waiting.over()) {
                throw new IllegalStateException("rule " + Rebates.RULE + " was accepted but is not applied");
            }
            waiting.pause(Duration.ZERO);
        }
    }

    private List<Transaction> missing(Plan plan) {
        var there = partners.find(plan.orders().stream().map(Order::number).toList());
        return plan.transactions().stream()
                .filter(transaction -> switch (transaction) {
                    case Order order -> !there.containsKey(order.number());
                    case Return returned -> {
                        var order = there.get(returned.order().number());
                        yield order == null || !(order.refused() || order.has(returned.number()));
                    }
                })
                .toList();
    }

    private List<Difference> send(List<Transaction> transactions, Pace pace, int lanes) throws InterruptedException {
        progress.start("sending", "orders and returns", transactions.size());
        var refusals = new Feed(gateway, partners, pace, progress, lanes).send(transactions);
        progress.finish();
        return refusals;
    }

    /** Asks again about what is not as expected, until nothing is left or nothing moves any more. */
    private void settle(Plan plan, Audit audit) {
        progress.start("settling", "orders", plan.orders().size());
        var survey = new Survey(partners, rebates, stock);
        var waiting = gateway.waiting();
        var pending = plan.orders();
        while (true) {
            var evidence = survey.of(pending);
            var left = pending.stream()
                    .filter(order -> !audit.settled(order, evidence))
                    .toList();
            progress.advance(pending.size() - left.size());
            if (left.isEmpty() || (left.size() == pending.size() && waiting.over())) {
                break;
            }
            if (left.size() < pending.size()) {
                waiting.startOver();
            }
            pending = left;
            waiting.pause(Duration.ZERO);
        }
        progress.finish();
    }

    private Findings compare(Plan plan, Audit audit, OpeningStock opening, List<Difference> refusals) {
        var evidence = new Survey(partners, rebates, stock).of(plan.orders());
        return audit.findings(evidence, opening.received(stock), stock.verify()).with(refusals);
    }
}
