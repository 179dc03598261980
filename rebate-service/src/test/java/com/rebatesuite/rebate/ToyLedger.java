package com.rebatesuite.rebate;

import com.rebatesuite.rebate.command.InMemoryLedgerCommands;
import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.view.AdjustmentView;
import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.CauseView;
import com.rebatesuite.rebate.view.ClaimView;
import com.rebatesuite.rebate.view.FrozenView;
import com.rebatesuite.rebate.view.InMemoryViews;
import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.PartView;
import com.rebatesuite.rebate.view.Recorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * As much of the ledger as operators and shoppers command, without entries: hears of a command at once, as it goes over
 * the wire, does it once, and shows what came of it.
 */
public final class ToyLedger {

    public static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");

    public final InMemoryViews views = new InMemoryViews();
    public final InMemoryLedgerCommands commands = new InMemoryLedgerCommands();

    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Long> available = new HashMap<>();

    public ToyLedger() {
        commands.ledger(this::hear);
    }

    /** From now on commands are heard, but nothing comes of them. */
    public void falls() {
        commands.ledger(command -> {});
    }

    /** Gives the shopper so much in pounds. */
    public void give(String userId, long minor) {
        available.merge(userId, minor, Long::sum);
        record(userId, null, null, null, null);
    }

    /** A paid order of a partner: two lines of 10.00 that earned 0.30 each, and 0.10 on top of the first. */
    public OrderView partnerOrder(String orderId, String userId) {
        return order(orderId, userId, "partner", "estimated");
    }

    public OrderView order(String orderId, String userId, String channel, String state) {
        var order = new OrderView(
                orderId,
                userId,
                versions.getOrDefault(userId, 0L) + 1,
                NOW,
                state,
                channel,
                channel.equals("shop") ? null : "bookshop",
                channel.equals("shop") ? null : "B-" + orderId,
                NOW,
                null,
                false,
                false,
                List.of(line(1, part(1, "base", 30), part(2, "bonus", 10)), line(2, part(1, "base", 30))));
        record(userId, order, null, null, null);
        return order;
    }

    private static LineView line(int number, PartView... parts) {
        long earned = 0;
        for (var part : parts) {
            earned += part.earned().minor();
        }
        return new LineView(
                number,
                "BOOK-" + number,
                "books",
                "bookshop",
                1,
                0,
                pounds(1000),
                pounds(earned),
                pounds(0),
                "estimated",
                null,
                List.of(parts));
    }

    private static PartView part(int number, String role, long earned) {
        return new PartView(number, role, "books-3", 1, null, 300, pounds(earned), pounds(0), List.of());
    }

    /** As if somebody else had sent it. */
    public synchronized void hear(LedgerCommand command) {
        var data = Contracts.MAPPER.<JsonNode>valueToTree(command);
        switch (command.type()) {
            case "adjustment-proposed.v1" -> propose(data);
            case "adjustment-decided.v1" -> decideAdjustment(data);
            case "account-frozen.v1" -> freeze(data, true);
            case "account-unfrozen.v1" -> freeze(data, false);
            case "claim-filed.v1" -> file(data);
            case "claim-decided.v1" -> decideClaim(data);
            case "rebate-amended.v1" -> amend(data);
            case "rebate-rejected.v1" -> reject(data);
            case "rebate-settled.v1" -> settle(data);
            default -> throw new IllegalArgumentException(command.type());
        }
    }

    private void propose(JsonNode data) {
        if (views.adjustment(text(data, "adjustment_id")).isEmpty()) {
            record(
                    text(data, "user_id"),
                    null,
                    new AdjustmentView(
                            text(data, "adjustment_id"),
                            "proposed",
                            money(data.path("amount")),
                            text(data, "reason"),
                            text(data, "by"),
                            NOW,
                            null,
                            null),
                    null,
                    null);
        }
    }

    private void decideAdjustment(JsonNode data) {
        var known = views.adjustment(text(data, "adjustment_id")).orElseThrow().value();
        var by = text(data, "by");
        if (!known.state().equals("proposed")) {
            return;
        }
        var user = text(data, "user_id");
        long left = available.getOrDefault(user, 0L) + known.amount().minor();
        boolean booked = data.path("approved").asBoolean() && left >= 0;
        if (booked) {
            available.put(user, left);
        }
        record(
                user,
                null,
                new AdjustmentView(
                        known.adjustmentId(),
                        booked ? "booked" : "refused",
                        known.amount(),
                        known.reason(),
                        known.proposedBy(),
                        known.proposedAt(),
                        by,
                        left < 0 ? "not-available" : null),
                null,
                null);
    }

    private void freeze(JsonNode data, boolean frozen) {
        record(
                text(data, "user_id"),
                null,
                null,
                null,
                new FrozenView(frozen, text(data, "reason"), text(data, "by"), NOW));
    }

    private void file(JsonNode data) {
        if (views.claim(text(data, "claim_id")).isEmpty()) {
            record(
                    text(data, "user_id"),
                    null,
                    null,
                    new ClaimView(
                            text(data, "claim_id"),
                            "open",
                            text(data, "merchant"),
                            text(data, "external_number"),
                            Instant.parse(text(data, "purchased_at")),
                            money(data.path("amount")),
                            data.has("note") ? text(data, "note") : null,
                            NOW,
                            null,
                            null,
                            null,
                            null),
                    null);
        }
    }

    /** What a partner tells later matches it. */
    public void match(String claimId, String orderId) {
        var owned = views.claim(claimId).orElseThrow();
        record(owned.userId(), null, null, claim(owned.value(), "matched", orderId, null, null, null), null);
    }

    private void decideClaim(JsonNode data) {
        var known = views.claim(text(data, "claim_id")).orElseThrow().value();
        if (known.state().equals("open")) {
            var granted = data.has("granted") ? money(data.path("granted")) : null;
            record(
                    text(data, "user_id"),
                    null,
                    null,
                    claim(
                            known,
                            granted == null ? "refused" : "granted",
                            null,
                            text(data, "by"),
                            text(data, "reason"),
                            granted),
                    null);
        }
    }

    private static ClaimView claim(
            ClaimView known,
            String state,
            @Nullable String orderId,
            @Nullable String by,
            @Nullable String reason,
            @Nullable MoneyView granted) {
        return new ClaimView(
                known.claimId(),
                state,
                known.merchant(),
                known.externalNumber(),
                known.purchasedAt(),
                known.amount(),
                known.note(),
                known.filedAt(),
                orderId,
                by,
                reason,
                granted);
    }

    private void amend(JsonNode data) {
        var order = known(data);
        record(order.userId(), with(order, order.state(), order.settled(), amended(order, data)), null, null, null);
    }

    private static List<LineView> amended(OrderView order, JsonNode data) {
        var bases = new HashMap<Integer, MoneyView>();
        data.path("lines").forEach(line -> bases.put(line.path("line").asInt(), money(line.path("base"))));
        return order.lines().stream()
                .map(line -> with(line, bases.getOrDefault(line.line(), line.base()), line.bucket(), line.reason()))
                .toList();
    }

    private void reject(JsonNode data) {
        var order = known(data);
        var named = StreamSupport.stream(data.path("lines").spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
        var lines = order.lines().stream()
                .map(line -> named.isEmpty() || named.contains(line.line())
                        ? with(line, line.base(), "house", text(data, "reason"))
                        : line)
                .toList();
        var all = lines.stream().allMatch(line -> line.bucket().equals("house"));
        record(order.userId(), with(order, all ? "rejected" : order.state(), order.settled(), lines), null, null, null);
    }

    private void settle(JsonNode data) {
        var order = known(data);
        record(order.userId(), with(order, order.state(), true, order.lines()), null, null, null);
    }

    private OrderView known(JsonNode data) {
        return views.orders(List.of(text(data, "order_id"))).getFirst();
    }

    private static OrderView with(OrderView order, String state, boolean settled, List<LineView> lines) {
        return new OrderView(
                order.orderId(),
                order.userId(),
                order.version() + 1,
                NOW,
                state,
                order.channel(),
                order.merchant(),
                order.externalNumber(),
                order.paidAt(),
                order.confirmationExpectedAt(),
                order.completed(),
                settled,
                lines);
    }

    private static LineView with(LineView line, MoneyView base, String bucket, @Nullable String reason) {
        return new LineView(
                line.line(),
                line.sku(),
                line.category(),
                line.merchant(),
                line.quantity(),
                line.returned(),
                base,
                line.earned(),
                line.reversed(),
                bucket,
                reason,
                line.parts());
    }

    private synchronized void record(
            String userId,
            @Nullable OrderView order,
            @Nullable AdjustmentView adjustment,
            @Nullable ClaimView claim,
            @Nullable FrozenView frozen) {
        long version = versions.merge(userId, 1L, Long::sum);
        long left = available.getOrDefault(userId, 0L);
        views.write(List.of(new Recorded(
                userId,
                version,
                NOW,
                new CauseView("/rebate-service", "cause-" + version, "toy.v1"),
                List.of(),
                List.of(new BalanceView("GBP", 0, 0, left, 0, 0, 0, left, left, 0)),
                order,
                null,
                null,
                adjustment,
                claim,
                frozen)));
    }

    private static MoneyView money(JsonNode money) {
        return new MoneyView(text(money, "currency"), money.path("minor").asLong());
    }

    public static MoneyView pounds(long minor) {
        return new MoneyView("GBP", minor);
    }

    private static String text(JsonNode data, String name) {
        return data.path(name).asString();
    }
}
