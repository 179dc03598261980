package com.rebatesuite.rebate.ledger;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;
import static java.math.RoundingMode.HALF_EVEN;

import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.earning.Coupon;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper should have, as somebody would keep it who has never seen the ledger: piles of coins that are moved about and
 * no entries, no integers, nothing of the ledger's own arithmetic. Only the inputs are shared.
 */
final class NaiveLedger {

    private static final Map<String, BigDecimal> PERCENT =
            Map.of("groceries", new BigDecimal("3"), "books", new BigDecimal("2.5"), "luxury", new BigDecimal("33.33"));
    private static final BigDecimal MINIMUM = new BigDecimal("500");

    private final Map<String, Order> orders = new HashMap<>();
    private final Set<String> settledEarly = new HashSet<>();
    private final Map<String, Purse> purses = new TreeMap<>();
    private final Map<String, Payout> payouts = new HashMap<>();
    private final Map<String, String> adjustments = new HashMap<>();
    private final Map<String, Input.AdjustmentProposed> proposals = new HashMap<>();
    private final Map<String, Missing> claims = new HashMap<>();
    private final Map<String, String> claimByNumber = new HashMap<>();
    private final Map<String, String> orderByNumber = new HashMap<>();
    private final Set<String> windows = new HashSet<>();
    private final List<Coupon> coupons = new ArrayList<>();
    private Input.@Nullable PayoutMethodSet method;
    private boolean frozen;
    private @Nullable Instant frozenAt;
    private Instant now = Orders.NOW;
    private int piles;

    /** Everything by currency and bucket, without zeros. */
    Map<String, BigDecimal> totals() {
        var totals = new TreeMap<String, BigDecimal>();
        purses.forEach((currency, purse) -> purse.amounts.forEach((what, amount) -> {
            if (amount.signum() != 0) {
                totals.put(currency + " " + what, amount);
            }
        }));
        return totals;
    }

    BigDecimal inLots(String currency) {
        return purse(currency).piles.stream().map(pile -> pile.amount).reduce(ZERO, BigDecimal::add);
    }

    void pass(Duration time) {
        now = now.plus(time);
        purses.values().forEach(purse -> {
            for (var pile : List.copyOf(purse.piles)) {
                if (!pile.until.isAfter(now)) {
                    purse.piles.remove(pile);
                    purse.add("available", pile.amount.negate());
                    purse.add("reversed", pile.amount);
                }
            }
        });
    }

    void tell(Input input) {
        piles++;
        switch (input) {
            case Input.OrderPaid paid -> pay(paid);
            case Input.OrderDelivered delivered -> {}
            case Input.OrderCompleted completed -> {
                var order = orders.get(completed.orderId());
                if (order != null && order.anyOpen()) {
                    order.completed = true;
                    release(order);
                }
            }
            case Input.RebateSettled settled -> {
                var order = orders.get(settled.orderId());
                if (order == null) {
                    settledEarly.add(settled.orderId());
                } else if (order.anyOpen()) {
                    order.settled = true;
                    release(order);
                }
            }
            case Input.ReturnReceived returned -> sendBack(returned);
            case Input.OrderCancelled cancelled -> {
                var order = orders.get(cancelled.orderId());
                if (order != null && order.anyOpen()) {
                    order.cancelled = true;
                    order.lines.forEach(line -> close(order, line));
                }
            }
            case Input.RebateAmended amended -> amend(amended);
            case Input.RebateRejected rejected -> {
                var order = orders.get(rejected.orderId());
                if (order != null && order.seen.add(rejected.rejectionId())) {
                    order.lines.stream()
                            .filter(line ->
                                    rejected.lines() == null || rejected.lines().contains(line.sold.line()))
                            .forEach(line -> close(order, line));
                }
            }
            case Input.PayoutMethodSet set -> {
                boolean older = method != null && method.requestedAt().isAfter(set.requestedAt());
                boolean same = method != null && method.account().equals(set.account());
                method = older || same ? method : set;
            }
            case Input.WithdrawalRequested requested -> request(requested);
            case Input.WithdrawalBatched batched -> {}
            case Input.WithdrawalSettled settled -> {
                var payout = payouts.get(settled.withdrawalId());
                if (payout != null && payout.state.equals("held")) {
                    payout.state = "paid";
                    purse("GBP").move("reserved", "paid", payout.amount);
                }
            }
            case Input.WithdrawalFailed failed -> {
                var payout = payouts.get(failed.withdrawalId());
                if (payout != null && payout.state.equals("held")) {
                    payout.state = "returned";
                    purse("GBP").add("reserved", payout.amount.negate());
                    payout.from.forEach(pile -> purse("GBP").arrive(pile.amount, pile.number, pile.until));
                    purse("GBP").payDebts(-1);
                }
            }
            case Input.AdjustmentProposed proposed -> {
                if (adjustments.putIfAbsent(proposed.adjustmentId(), "proposed") == null) {
                    proposals.put(proposed.adjustmentId(), proposed);
                }
            }
            case Input.AdjustmentDecided decided -> adjust(decided);
            case Input.AccountFrozen freeze -> {
                boolean older = frozenAt != null && !freeze.at().isAfter(frozenAt);
                if (!older && frozen != freeze.frozen()) {
                    frozen = freeze.frozen();
                    frozenAt = freeze.at();
                }
            }
            case Input.ClaimFiled filed -> file(filed);
            case Input.ClaimDecided decided -> {
                var claim = claims.get(decided.claimId());
                if (claim != null && claim.state.equals("open")) {
                    claim.state = decided.granted() > 0 ? "granted" : "refused";
                    give("GBP", BigDecimal.valueOf(decided.granted()));
                }
            }
            case Input.CouponIssued issued -> {
                if (windows.add(
                        issued.coupon().campaignId() + " " + issued.coupon().window())) {
                    coupons.add(issued.coupon());
                }
            }
            case Input.CouponExpired expired ->
                coupons.removeIf(coupon -> coupon.couponId().equals(expired.couponId()));
            case Input.LotExpired expired -> throw new AssertionError("time passes by itself");
        }
    }

    private void pay(Input.OrderPaid paid) {
        var basket = paid.basket();
        if (orders.containsKey(basket.orderId())) {
            return;
        }
        var order = new Order(basket.currency(), paid.channel() == Channel.PARTNER);
        order.settled = settledEarly.contains(basket.orderId());
        orders.put(basket.orderId(), order);
        boolean granted = false;
        if (paid.externalNumber() != null) {
            var claim = claims.get(claimByNumber.getOrDefault(paid.externalNumber(), ""));
            granted = claim != null && claim.state.equals("granted");
            if (claim != null && claim.state.equals("open")) {
                claim.state = "matched";
            }
            orderByNumber.put(paid.externalNumber(), basket.orderId());
        }
        var coupon = granted ? null : coupon(basket.lines(), basket.occurredAt());
        coupons.remove(coupon);
        for (var sold : basket.lines()) {
            var line = new Line(sold);
            if (!granted) {
                line.parts.addAll(parts(sold, coupon));
            }
            order.lines.add(line);
            line.parts.forEach(part -> {
                purse(order.currency).add("earned", part.earned);
                purse(order.currency).add("estimated", part.earned);
            });
        }
    }

    private @Nullable Coupon coupon(List<BasketLine> lines, Instant at) {
        return coupons.stream()
                .filter(coupon -> !at.isBefore(coupon.validFrom()) && at.isBefore(coupon.validUntil()))
                .filter(coupon ->
                        lines.stream().anyMatch(line -> bonus(line, coupon).signum() > 0))
                .min(Comparator.comparing(Coupon::validUntil).thenComparing(Coupon::couponId))
                .orElse(null);
    }

    private static List<Part> parts(BasketLine line, @Nullable Coupon coupon) {
        var parts = new ArrayList<Part>();
        var percent = PERCENT.get(line.category());
        if (percent != null) {
            parts.add(new Part(BigDecimal.valueOf(line.base())
                    .multiply(percent)
                    .movePointLeft(2)
                    .setScale(0, HALF_EVEN)));
        }
        if (coupon != null && (coupon.category() == null || coupon.category().equals(line.category()))) {
            parts.add(new Part(bonus(line, coupon)));
        }
        return parts;
    }

    private static BigDecimal bonus(BasketLine line, Coupon coupon) {
        return coupon.category() == null || coupon.category().equals(line.category())
                ? BigDecimal.valueOf(line.base())
                        .multiply(BigDecimal.valueOf(coupon.bonusBasisPoints()))
                        .movePointLeft(4)
                        .setScale(0, HALF_EVEN)
                : ZERO;
    }

    private void release(Order order) {
        var purse = purse(order.currency);
        for (var line : order.lines) {
            if (line.open && order.completed && line.where.equals("estimated")) {
                purse.move("estimated", "confirmed", line.rest());
                line.where = "confirmed";
            }
            if (line.open && order.completed && (order.settled || !order.partner) && line.where.equals("confirmed")) {
                line.where = "available";
                purse.add("confirmed", line.rest().negate());
                line.parts.stream().filter(part -> part.rest().signum() > 0).forEach(part -> {
                    part.pile = piles;
                    purse.arrive(part.rest(), piles, until());
                });
            }
        }
        purse.payDebts(piles);
    }

    private void sendBack(Input.ReturnReceived returned) {
        var order = orders.get(returned.orderId());
        if (order == null || order.cancelled || order.seen.contains(returned.returnId())) {
            return;
        }
        var units = new HashMap<Integer, Integer>();
        returned.lines().forEach(line -> units.merge(line.line(), line.quantity(), Integer::sum));
        boolean possible = order.lines.stream()
                .allMatch(line -> line.back + units.getOrDefault(line.sold.line(), 0) <= line.sold.quantity());
        if (!possible) {
            return;
        }
        order.seen.add(returned.returnId());
        for (var line : order.lines) {
            int more = units.getOrDefault(line.sold.line(), 0);
            line.back += more;
            if (more > 0 && line.open) {
                line.parts.forEach(part -> lower(order, line, part, part.share(line)));
                line.open = line.back < line.sold.quantity();
            }
        }
    }

    private void close(Order order, Line line) {
        if (line.open) {
            line.parts.forEach(part -> lower(order, line, part, part.earned));
            line.open = false;
        }
    }

    /** So much of the part is gone from now on. */
    private void lower(Order order, Line line, Part part, BigDecimal gone) {
        take(order, line, part, gone.subtract(part.gone));
        part.gone = gone;
    }

    private void take(Order order, Line line, Part part, BigDecimal amount) {
        var purse = purse(order.currency);
        purse.add("reversed", amount);
        if (!line.where.equals("available")) {
            purse.add(line.where, amount.negate());
            return;
        }
        var there = purse.has("available").max(ZERO);
        var fromAvailable = line.sold.merchant().startsWith("generous") ? amount : amount.min(there);
        purse.leave(fromAvailable, part.pile);
        purse.add("owed", fromAvailable.subtract(amount));
    }

    private void amend(Input.RebateAmended amended) {
        var order = orders.get(amended.orderId());
        if (order == null || !order.anyOpen() || !order.seen.add(amended.amendmentId())) {
            return;
        }
        var base = amended.lines().getFirst();
        order.lines.stream()
                .filter(line -> line.sold.line() == base.line() && line.open)
                .forEach(line -> line.parts.forEach(part -> amend(order, line, part, base.base())));
        purse(order.currency).payDebts(piles);
    }

    private void amend(Order order, Line line, Part part, long base) {
        var before = part.rest();
        if (line.sold.base() != 0) {
            part.earned = part.earned
                    .multiply(BigDecimal.valueOf(base))
                    .divide(BigDecimal.valueOf(line.sold.base()), 0, HALF_EVEN);
        }
        part.gone = part.share(line);
        var more = part.rest().subtract(before);
        if (more.signum() < 0) {
            take(order, line, part, more.negate());
        } else if (more.signum() > 0) {
            purse(order.currency).add("earned", more);
            if (line.where.equals("available")) {
                part.pile = part.pile == 0 ? piles : part.pile;
                purse(order.currency).arrive(more, piles, until());
            } else {
                purse(order.currency).add(line.where, more);
            }
        }
    }

    private void request(Input.WithdrawalRequested requested) {
        if (payouts.containsKey(requested.withdrawalId())) {
            return;
        }
        var payout = new Payout(BigDecimal.valueOf(requested.minor()));
        payouts.put(requested.withdrawalId(), payout);
        var purse = purse("GBP");
        boolean usable = method != null && !now.isBefore(method.requestedAt().plus(Duration.ofDays(3))) && !frozen;
        if (usable && payout.amount.compareTo(MINIMUM) >= 0 && payout.amount.compareTo(purse.has("available")) <= 0) {
            payout.state = "held";
            payout.from.addAll(purse.leave(payout.amount, -1));
            purse.add("reserved", payout.amount);
        }
    }

    private void adjust(Input.AdjustmentDecided decided) {
        var proposal = proposals.get(decided.adjustmentId());
        if (proposal == null || !"proposed".equals(adjustments.get(decided.adjustmentId()))) {
            return;
        }
        if (!decided.approved()) {
            adjustments.put(decided.adjustmentId(), "refused");
        } else if (!decided.by().equals(proposal.by())) {
            adjustments.put(decided.adjustmentId(), "decided");
            var amount = BigDecimal.valueOf(proposal.minor());
            if (amount.signum() > 0) {
                give("GBP", amount);
            } else if (purse("GBP").has("available").add(amount).signum() >= 0) {
                purse("GBP").leave(amount.negate(), -1);
                purse("GBP").add("reversed", amount.negate());
            }
        }
    }

    private void give(String currency, BigDecimal amount) {
        var purse = purse(currency);
        purse.add("earned", amount);
        purse.arrive(amount, piles, until());
        purse.payDebts(piles);
    }

    private void file(Input.ClaimFiled filed) {
        if (claims.containsKey(filed.claimId())) {
            return;
        }
        var earlier = claims.get(claimByNumber.getOrDefault(filed.externalNumber(), ""));
        var claim = new Missing();
        claims.put(filed.claimId(), claim);
        if (earlier != null && !earlier.state.equals("refused")) {
            claim.state = "refused";
            return;
        }
        claimByNumber.put(filed.externalNumber(), filed.claimId());
        claim.state = orderByNumber.containsKey(filed.externalNumber()) ? "matched" : "open";
    }

    private Instant until() {
        return now.plus(Duration.ofDays(30));
    }

    private Purse purse(String currency) {
        return purses.computeIfAbsent(currency, none -> new Purse());
    }

    private static final class Order {
        private final String currency;
        private final boolean partner;
        private final List<Line> lines = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private boolean completed;
        private boolean settled;
        private boolean cancelled;

        private Order(String currency, boolean partner) {
            this.currency = currency;
            this.partner = partner;
        }

        private boolean anyOpen() {
            return lines.stream().anyMatch(line -> line.open);
        }
    }

    private static final class Line {
        private final BasketLine sold;
        private final List<Part> parts = new ArrayList<>();
        private int back;
        private boolean open = true;
        private String where = "estimated";

        private Line(BasketLine sold) {
            this.sold = sold;
        }

        private BigDecimal rest() {
            return parts.stream().map(Part::rest).reduce(ZERO, BigDecimal::add);
        }
    }

    private static final class Part {
        private BigDecimal earned;
        private BigDecimal gone = ZERO;
        private int pile;

        private Part(BigDecimal earned) {
            this.earned = earned;
        }

        private BigDecimal rest() {
            return earned.subtract(gone);
        }

        private BigDecimal share(Line line) {
            return earned.multiply(BigDecimal.valueOf(line.back))
                    .divide(ONE.multiply(BigDecimal.valueOf(line.sold.quantity())), 0, HALF_EVEN);
        }
    }

    private static final class Payout {
        private final BigDecimal amount;
        private final List<Pile> from = new ArrayList<>();
        private String state = "refused";

        private Payout(BigDecimal amount) {
            this.amount = amount;
        }
    }

    private static final class Missing {
        private String state = "open";
    }

    private static final class Pile {
        private final int number;
        private final Instant until;
        private BigDecimal amount;

        private Pile(int number, Instant until, BigDecimal amount) {
            this.number = number;
            this.until = until;
            this.amount = amount;
        }
    }

    /** One currency. */
    private static final class Purse {
        private final Map<String, BigDecimal> amounts = new TreeMap<>();
        private final List<Pile> piles = new ArrayList<>();

        private BigDecimal has(String what) {
            return amounts.getOrDefault(what, ZERO);
        }

        private void add(String what, BigDecimal amount) {
            amounts.merge(what, amount, BigDecimal::add);
        }

        private void move(String from, String to, BigDecimal amount) {
            add(from, amount.negate());
            add(to, amount);
        }

        private void arrive(BigDecimal amount, int number, Instant until) {
            var hole = has("available").negate().max(ZERO).min(amount);
            add("available", amount);
            var pile = piles.stream()
                    .filter(one -> one.number == number)
                    .findFirst()
                    .orElseGet(() -> {
                        piles.add(new Pile(number, until, ZERO));
                        return piles.getLast();
                    });
            pile.amount = pile.amount.add(amount.subtract(hole));
            piles.removeIf(one -> one.amount.signum() == 0);
        }

        private List<Pile> leave(BigDecimal amount, int own) {
            add("available", amount.negate());
            var taken = new ArrayList<Pile>();
            var left = amount;
            piles.sort(Comparator.<Pile, Boolean>comparing(pile -> pile.number != own)
                    .thenComparing(pile -> pile.until)
                    .thenComparingInt(pile -> pile.number));
            for (var pile : piles) {
                var slice = pile.amount.min(left);
                if (slice.signum() > 0) {
                    taken.add(new Pile(pile.number, pile.until, slice));
                    pile.amount = pile.amount.subtract(slice);
                    left = left.subtract(slice);
                }
            }
            piles.removeIf(pile -> pile.amount.signum() == 0);
            return taken;
        }

        private void payDebts(int own) {
            var amount = has("owed").negate().min(has("available").max(ZERO));
            if (amount.signum() > 0) {
                leave(amount, own);
                add("owed", amount);
            }
        }
    }
}
