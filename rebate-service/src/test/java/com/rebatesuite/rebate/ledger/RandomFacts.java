package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.earning.Coupon;
import com.rebatesuite.rebate.ledger.Input.AmendedLine;
import com.rebatesuite.rebate.ledger.Input.ReturnedLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * All that may happen to a shopper, as several stories told at once: each by itself in its order, but for a few facts that come
 * too early or too late. A seed is a life.
 */
public final class RandomFacts {

    private static final List<String> MERCHANTS = List.of("farm", "generous farm", "bookshop");
    private static final List<String> CATEGORIES = List.of("groceries", "books", "luxury", "nothing");

    private final SplittableRandom random;
    private int causes;

    private RandomFacts(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Inputs, and durations that pass between them. */
    public static List<Object> of(long seed) {
        return new RandomFacts(seed).told();
    }

    private List<Object> told() {
        var facts = new ArrayList<Object>(interleaved(stories()));
        for (int swaps = random.nextInt(6); swaps > 0; swaps--) {
            facts.add(random.nextInt(facts.size()), facts.remove(random.nextInt(facts.size())));
        }
        for (int pauses = random.nextInt(2, 12); pauses > 0; pauses--) {
            facts.add(random.nextInt(facts.size()), Duration.ofHours(random.nextInt(1, 24 * 12)));
        }
        return facts;
    }

    private List<List<Object>> stories() {
        var stories = new ArrayList<List<Object>>();
        for (int number = random.nextInt(1, 5); number > 0; number--) {
            stories.add(order("order-" + number));
        }
        for (int number = random.nextInt(4); number > 0; number--) {
            stories.add(withdrawal("withdrawal-" + number));
        }
        for (int number = random.nextInt(4); number > 0; number--) {
            stories.add(adjustment("adjustment-" + number));
        }
        for (int number = random.nextInt(3); number > 0; number--) {
            stories.add(claim("claim-" + number));
        }
        for (int number = random.nextInt(4); number > 0; number--) {
            stories.add(coupon("coupon-" + number));
        }
        stories.add(freezes());
        return stories;
    }

    private List<Object> interleaved(List<List<Object>> stories) {
        var facts = new ArrayList<Object>();
        facts.add(method("DE1", -100));
        List<Deque<Object>> left = new ArrayList<>();
        stories.forEach(story -> left.add(new ArrayDeque<>(story)));
        while (!left.isEmpty()) {
            var story = left.get(random.nextInt(left.size()));
            if (story.isEmpty()) {
                left.remove(story);
            } else {
                facts.add(story.removeFirst());
            }
        }
        return facts;
    }

    private List<Object> order(String orderId) {
        var currency = random.nextInt(4) == 0 ? "EUR" : "GBP";
        var lines = lines();
        var partner = random.nextBoolean();
        var basket = new Basket(orderId, at(random.nextInt(400)), currency, lines);
        var number = partner && random.nextBoolean() ? "B-" + random.nextInt(3) : null;
        var story = new ArrayList<Object>();
        story.add(new Input.OrderPaid(
                cause(),
                Orders.ALICE,
                basket,
                partner ? Channel.PARTNER : Channel.SHOP,
                partner ? "bookshop" : null,
                number));
        var later = new ArrayList<Object>();
        later.add(new Input.OrderDelivered(cause(), Orders.ALICE, orderId, at(random.nextInt(300))));
        later.add(new Input.OrderCompleted(cause(), Orders.ALICE, orderId));
        for (int number2 = random.nextInt(4); number2 > 0; number2--) {
            later.add(random.nextInt(later.size() + 1), returned(orderId, orderId + "-return-" + number2, lines));
        }
        if (random.nextBoolean()) {
            // Spent before it comes back: only then is there something to claw back.
            later.addAll(withdrawal(orderId + "-spent"));
            later.add(returned(orderId, orderId + "-return-late", lines));
        }
        if (random.nextInt(3) == 0) {
            later.add(random.nextInt(later.size() + 1), amended(orderId, currency, lines));
        }
        if (random.nextInt(4) == 0) {
            later.add(random.nextInt(later.size() + 1), rejected(orderId, lines));
        }
        if (random.nextInt(5) == 0) {
            later.add(random.nextInt(later.size() + 1), new Input.OrderCancelled(cause(), Orders.ALICE, orderId));
        }
        story.addAll(later);
        if (random.nextInt(3) > 0) {
            story.add(random.nextInt(story.size() + 1), new Input.RebateSettled(cause(), Orders.ALICE, orderId));
        }
        return story;
    }

    private List<BasketLine> lines() {
        return IntStream.rangeClosed(1, random.nextInt(1, 4))
                .mapToObj(line -> Orders.line(
                        line,
                        CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                        MERCHANTS.get(random.nextInt(MERCHANTS.size())),
                        random.nextInt(1, 6),
                        random.nextLong(random.nextInt(3) == 0 ? 60 : 80_000)))
                .toList();
    }

    private Input returned(String orderId, String returnId, List<BasketLine> sold) {
        var lines = IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(unused -> sold.get(random.nextInt(sold.size())))
                .map(line -> new ReturnedLine(line.line(), random.nextInt(1, line.quantity() + 1)))
                .toList();
        return new Input.ReturnReceived(cause(), Orders.ALICE, orderId, returnId, lines);
    }

    private Input amended(String orderId, String currency, List<BasketLine> sold) {
        var line = sold.get(random.nextInt(sold.size()));
        var base = random.nextLong(2 * line.base() + 1);
        return new Input.RebateAmended(
                cause(),
                Orders.ALICE,
                orderId,
                orderId + "-amendment",
                List.of(new AmendedLine(line.line(), currency, base)),
                "another price");
    }

    private Input rejected(String orderId, List<BasketLine> sold) {
        var lines = random.nextBoolean()
                ? null
                : List.of(sold.get(random.nextInt(sold.size())).line());
        return new Input.RebateRejected(cause(), Orders.ALICE, orderId, orderId + "-rejection", lines, "not so");
    }

    private List<Object> withdrawal(String id) {
        var story = new ArrayList<Object>();
        var minor = random.nextLong(400, 9_000);
        if (random.nextInt(4) == 0) {
            story.add(method("DE" + random.nextInt(3), random.nextInt(1, 500)));
        }
        story.add(new Input.WithdrawalRequested(cause(), Orders.ALICE, id, "GBP", minor, id, Orders.NOW));
        if (random.nextBoolean()) {
            story.add(new Input.WithdrawalBatched(cause(), Orders.ALICE, id, "batch"));
        }
        if (random.nextInt(3) == 0) {
            story.add(new Input.WithdrawalFailed(cause(), Orders.ALICE, id, "no such account"));
        } else if (random.nextBoolean()) {
            story.add(new Input.WithdrawalSettled(cause(), Orders.ALICE, id, "bank"));
        }
        return story;
    }

    private List<Object> adjustment(String id) {
        var minor = random.nextLong(1, 9_000) * (random.nextInt(3) == 0 ? -1 : 1);
        var story = new ArrayList<Object>();
        story.add(new Input.AdjustmentProposed(cause(), Orders.ALICE, id, "GBP", minor, "why", "olga", Orders.NOW));
        for (int decisions = random.nextInt(3); decisions > 0; decisions--) {
            var by = random.nextInt(3) == 0 ? "olga" : "otto";
            story.add(new Input.AdjustmentDecided(cause(), Orders.ALICE, id, random.nextInt(4) > 0, by, null));
        }
        return story;
    }

    private List<Object> claim(String id) {
        var story = new ArrayList<Object>();
        story.add(new Input.ClaimFiled(
                cause(),
                Orders.ALICE,
                id,
                "bookshop",
                "B-" + random.nextInt(3),
                Orders.NOW,
                "GBP",
                5_000,
                null,
                Orders.NOW));
        if (random.nextBoolean()) {
            boolean granted = random.nextBoolean();
            story.add(new Input.ClaimDecided(
                    cause(),
                    Orders.ALICE,
                    id,
                    granted ? "GBP" : null,
                    granted ? random.nextLong(1, 900) : 0,
                    "seen",
                    "olga"));
        }
        return story;
    }

    private List<Object> coupon(String id) {
        var from = at(random.nextInt(200));
        var coupon = new Coupon(
                id,
                "campaign-" + random.nextInt(2),
                "window-" + random.nextInt(2),
                random.nextInt(3) == 0 ? null : CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                random.nextInt(1, 2_000),
                from,
                from.plus(Duration.ofHours(random.nextInt(1, 400))));
        var story = new ArrayList<Object>();
        story.add(new Input.CouponIssued(cause(), Orders.ALICE, coupon));
        if (random.nextInt(3) == 0) {
            story.add(new Input.CouponExpired(cause(), Orders.ALICE, id));
        }
        return story;
    }

    private List<Object> freezes() {
        var story = new ArrayList<Object>();
        for (int number = 1; number <= random.nextInt(3); number++) {
            story.add(new Input.AccountFrozen(
                    cause(), Orders.ALICE, number % 2 == 1, "odd", "olga", Orders.NOW.plusSeconds(number)));
        }
        return story;
    }

    private Input method(String account, int hours) {
        return new Input.PayoutMethodSet(cause(), Orders.ALICE, "iban", account, "Alice", at(hours));
    }

    private static Instant at(int hours) {
        return Orders.NOW.plus(Duration.ofHours(hours));
    }

    private Cause cause() {
        causes++;
        return new Cause("/somebody", "event-" + causes, "something.v1");
    }
}
