package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.ledger.Input.OrderCancelled;
import com.rebatesuite.rebate.ledger.Input.OrderCompleted;
import com.rebatesuite.rebate.ledger.Input.OrderPaid;
import com.rebatesuite.rebate.ledger.Input.RebateSettled;
import com.rebatesuite.rebate.ledger.Input.ReturnReceived;
import com.rebatesuite.rebate.ledger.Input.ReturnedLine;
import com.rebatesuite.rebate.merchant.Clawback;
import com.rebatesuite.rebate.merchant.MerchantTerms;
import com.rebatesuite.rebate.merchant.Terms;
import com.rebatesuite.rebate.rule.RuleFixture;
import com.rebatesuite.rebate.rule.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Facts about orders, as the ledger hears them. */
public final class Orders {

    public static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");
    public static final String ALICE = "alice";
    public static final String ORDER = "019b76da-a800-7000-8000-000000000001";
    public static final LedgerSettings SETTINGS = new LedgerSettings(Duration.ofDays(30), 500, Duration.ofDays(3));

    /** 3 % on groceries, 2.5 % on books, 33.33 % on luxury. */
    public static final Rulebook RULES = new Rulebook(List.of(
            RuleFixture.percent("groceries-3", null, "groceries", 300),
            RuleFixture.percent("books-2.5", null, "books", 250),
            RuleFixture.percent("luxury-third", null, "luxury", 3_333)));

    /** A merchant whose name begins with "generous" lets shoppers go below zero. */
    public static final Terms TERMS = merchant ->
            new MerchantTerms(merchant, 0, 14, merchant.startsWith("generous") ? Clawback.NEGATIVE : Clawback.OFFSET);

    private Orders() {}

    public static OrderPaid paid(Channel channel, BasketLine... lines) {
        return paid(cause("paid"), channel, lines);
    }

    public static OrderPaid paid(Cause cause, Channel channel, BasketLine... lines) {
        return new OrderPaid(cause, ALICE, new Basket(ORDER, NOW, "GBP", List.of(lines)), channel, null, null);
    }

    /** An order at the bookshop, by its number. */
    public static OrderPaid atBookshop(String number, long minor) {
        var basket = new Basket(ORDER, NOW, "GBP", List.of(line(1, "books", "bookshop", 1, minor)));
        return new OrderPaid(cause("paid"), ALICE, basket, Channel.PARTNER, "bookshop", number);
    }

    public static BasketLine groceries(int line, int quantity, long minor) {
        return line(line, "groceries", "farm", quantity, minor);
    }

    public static BasketLine withoutRule(int line, int quantity, long minor) {
        return line(line, "kitchen", "pottery", quantity, minor);
    }

    public static BasketLine line(int line, String category, String merchant, int quantity, long minor) {
        return new BasketLine(line, "SKU-" + line, category, merchant, quantity, minor, null);
    }

    public static OrderCompleted completed() {
        return new OrderCompleted(cause("completed"), ALICE, ORDER);
    }

    public static OrderCancelled cancelled() {
        return new OrderCancelled(cause("cancelled"), ALICE, ORDER);
    }

    public static RebateSettled settled() {
        return new RebateSettled(cause("settled"), ALICE, ORDER);
    }

    public static ReturnReceived returned(String returnId, int line, int quantity) {
        return new ReturnReceived(
                cause("return-" + returnId), ALICE, ORDER, returnId, List.of(new ReturnedLine(line, quantity)));
    }

    public static Cause cause(String id) {
        return new Cause("/order-service", id, id + ".v1");
    }
}
