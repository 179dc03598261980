package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.ledger.Input.OrderCancelled;
import com.rebatesuite.rebate.ledger.Input.OrderCompleted;
import com.rebatesuite.rebate.ledger.Input.OrderPaid;
import com.rebatesuite.rebate.ledger.Input.RebateSettled;
import com.rebatesuite.rebate.ledger.Input.ReturnReceived;
import com.rebatesuite.rebate.ledger.Input.ReturnedLine;
import com.rebatesuite.rebate.ledger.Input.SoldLine;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleVersion;
import com.rebatesuite.rebate.rule.Rulebook;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Facts about orders, as the ledger hears them. */
public final class Orders {

    public static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");
    public static final String ALICE = "alice";
    public static final String ORDER = "019b76da-a800-7000-8000-000000000001";

    /** 3 % on groceries, 2.5 % on books, a third on luxury, nothing on anything else. */
    public static final Rulebook RULES = new Rulebook(List.of(
            new RebateRule("groceries-3", List.of(rule(null, "groceries", 300))),
            new RebateRule("books-250", List.of(rule(null, "books", 250))),
            new RebateRule("luxury", List.of(rule(null, "luxury", 3333)))));

    private Orders() {}

    public static RuleVersion rule(@Nullable String merchant, @Nullable String category, int rate) {
        return new RuleVersion(
                1, "a rule", merchant, category, rate, Instant.parse("2026-01-01T00:00:00Z"), null, true);
    }

    public static OrderPaid paid(Channel channel, SoldLine... lines) {
        return new OrderPaid(cause("paid"), ALICE, ORDER, NOW, channel, "GBP", List.of(lines));
    }

    /** A line of groceries: rate 3 %. */
    public static SoldLine groceries(int line, int quantity, long minor) {
        return new SoldLine(line, "TEA-" + line, "groceries", "farm", quantity, minor);
    }

    public static SoldLine withoutRule(int line, int quantity, long minor) {
        return new SoldLine(line, "MUG-" + line, "kitchen", "pottery", quantity, minor);
    }

    public static OrderCompleted completed() {
        return new OrderCompleted(cause("completed"), ALICE, ORDER);
    }

    public static OrderCancelled cancelled() {
        return new OrderCancelled(cause("cancelled"), ALICE, ORDER);
    }

    public static RebateSettled settled() {
        return new RebateSettled(new Cause("/rebate-service", "settled", "rebate-settled.v1"), ALICE, ORDER);
    }

    public static ReturnReceived returned(String returnId, int line, int quantity) {
        return new ReturnReceived(
                cause("return-" + returnId), ALICE, ORDER, returnId, List.of(new ReturnedLine(line, quantity)));
    }

    public static Cause cause(String id) {
        return new Cause("/order-service", id, id + ".v1");
    }

    /** One line per number, 1 unit each. */
    public static SoldLine[] many(int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(line -> groceries(line, 7, 123_456 + line))
                .toArray(SoldLine[]::new);
    }
}
