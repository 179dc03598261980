package com.rebatesuite.rebate.view;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recordings of one account as the ledger might write them: every kind of thing, balances that follow from the entries. */
public final class Histories {

    public static final Instant START = Instant.parse("2026-01-05T10:15:30Z");

    private static final String[][] WAYS = {
        {"earned", "house", "estimated"},
        {"confirmed", "estimated", "confirmed"},
        {"released", "confirmed", "available"},
        {"clawed-back", "available", "house"},
        {"offset", "available", "owed"},
        {"reserved", "available", "reserved"},
        {"paid", "reserved", "paid"}
    };

    private final Random random;
    private final String user;
    private final List<String> orders;
    private final Map<String, Map<String, Long>> buckets = new LinkedHashMap<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private long sequence;
    private Instant time = START;

    private Histories(Random random, String user) {
        this.random = random;
        this.user = user;
        this.orders = List.of(id(), id(), id());
    }

    /** So many decisions about an account, from its first on. */
    public static List<Recorded> of(Random random, String user, int decisions) {
        var history = new Histories(random, user);
        for (int version = 1; version <= decisions; version++) {
            history.decide(version);
        }
        return history.recorded;
    }

    private void decide(int version) {
        // Often several within a millisecond, sometimes months apart.
        time = time.plus(
                switch (random.nextInt(4)) {
                    case 0 -> Duration.ofDays(random.nextInt(40));
                    case 1 -> Duration.ofMillis(random.nextInt(3));
                    default -> Duration.ZERO;
                });
        var order = orders.get(random.nextInt(orders.size()));
        int count = random.nextInt(4);
        var entries = new ArrayList<EntryView>();
        for (int index = 0; index < count; index++) {
            entries.add(entry(order, index + 1));
        }
        recorded.add(new Recorded(
                user,
                version,
                time,
                new CauseView("/order-service", "event-" + version, "order-paid.v1"),
                entries,
                balances(),
                count > 0 || random.nextBoolean() ? order(order, version) : null,
                random.nextInt(3) == 0 ? withdrawal(version) : null,
                random.nextInt(5) == 0 ? new PayoutMethodView("iban", "a" + version, "h", time, time) : null,
                random.nextInt(4) == 0 ? adjustment(version) : null,
                random.nextInt(4) == 0 ? claim(version) : null,
                random.nextInt(6) == 0 ? new FrozenView(random.nextBoolean(), "r" + version, "olga", time) : null));
    }

    private EntryView entry(String order, int line) {
        var way = WAYS[random.nextInt(WAYS.length)];
        var currency = random.nextInt(3) == 0 ? "EUR" : "GBP";
        long minor = random.nextInt(1_000);
        move(currency, way[1], -minor);
        move(currency, way[2], minor);
        boolean ofOrder = random.nextInt(5) > 0;
        return new EntryView(
                ++sequence,
                way[0],
                ofOrder ? order : null,
                ofOrder ? line : null,
                ofOrder ? 1 : null,
                ofOrder ? null : id(),
                null,
                null,
                random.nextBoolean() ? sequence : null,
                way[1],
                way[2],
                new MoneyView(currency, minor),
                line % 2 == 0 ? "rule" : null,
                line % 2 == 0 ? 1 : null,
                line % 3 == 0 ? "coupon" : null,
                line % 3 == 0 ? List.of() : List.of(new StepView("rate", "some words", minor)),
                "%064x".formatted(sequence - 1),
                "%064x".formatted(sequence));
    }

    private void move(String currency, String bucket, long minor) {
        var ofCurrency = buckets.computeIfAbsent(currency, unused -> new LinkedHashMap<>());
        ofCurrency.merge(bucket, minor, Long::sum);
        if (bucket.equals("house")) {
            ofCurrency.merge(minor < 0 ? "earned" : "reversed", Math.abs(minor), Long::sum);
        }
    }

    private List<BalanceView> balances() {
        return buckets.keySet().stream().sorted().map(this::balance).toList();
    }

    private BalanceView balance(String currency) {
        long estimated = in(currency, "estimated");
        long confirmed = in(currency, "confirmed");
        long available = in(currency, "available");
        long reserved = in(currency, "reserved");
        long paid = in(currency, "paid");
        return new BalanceView(
                currency,
                estimated,
                confirmed,
                available,
                reserved,
                paid,
                in(currency, "owed"),
                estimated + confirmed + available + reserved + paid,
                in(currency, "earned"),
                in(currency, "reversed"));
    }

    private long in(String currency, String bucket) {
        return buckets.getOrDefault(currency, Map.of()).getOrDefault(bucket, 0L);
    }

    private OrderView order(String order, long version) {
        return order(order, user, version, time, 1 + (int) (version % 3));
    }

    /** An order of so many lines. */
    public static OrderView order(String order, String user, long version, Instant time, int lines) {
        var all = new ArrayList<LineView>();
        for (int line = 1; line <= 3 || line <= lines; line++) {
            var amount = new MoneyView("GBP", version);
            var part = new PartView(
                    1, "base", "rule", 1, null, 300, amount, amount, List.of(new StepView("rate", "words", version)));
            all.add(new LineView(
                    line, "SKU", "tea", "own", 3, 1, amount, amount, amount, "estimated", null, List.of(part)));
        }
        return new OrderView(
                order, user, version, time, "state-" + version, "shop", null, null, time, time, false, true, all);
    }

    private WithdrawalView withdrawal(long version) {
        int which = random.nextInt(4);
        return new WithdrawalView(
                fixed("w", which),
                "state-" + version,
                new MoneyView("GBP", version),
                new MethodView("iban", "account", "holder"),
                START.plus(Duration.ofDays(which)),
                "fingerprint",
                which % 2 == 0 ? fixed("b", which) : null,
                null,
                null,
                null,
                version);
    }

    private AdjustmentView adjustment(long version) {
        int which = random.nextInt(3);
        return new AdjustmentView(
                fixed("a", which),
                "state-" + version,
                new MoneyView("GBP", -version),
                "reason",
                "olga",
                START.plus(Duration.ofDays(which)),
                null,
                null);
    }

    private ClaimView claim(long version) {
        int which = random.nextInt(3);
        return new ClaimView(
                fixed("c", which),
                "state-" + version,
                "merchant",
                "number",
                START,
                new MoneyView("GBP", version),
                null,
                START.plus(Duration.ofDays(which)),
                null,
                null,
                null,
                null);
    }

    /** The same for the same user and number. */
    private String fixed(String kind, int which) {
        return UUID.nameUUIDFromBytes((user + kind + which).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** A decision that only adds entries to an order, with these numbers. */
    public static Recorded entriesOnly(
            String user, @Nullable String order, long version, long firstEntry, int entries) {
        var booked = new ArrayList<EntryView>();
        for (int index = 0; index < entries; index++) {
            booked.add(new EntryView(
                    firstEntry + index,
                    "earned",
                    order,
                    index + 1,
                    1,
                    null,
                    null,
                    null,
                    null,
                    "house",
                    "estimated",
                    new MoneyView("GBP", 1),
                    null,
                    null,
                    null,
                    List.of(),
                    "0".repeat(64),
                    "%064x".formatted(firstEntry + index)));
        }
        var time = START.plusSeconds(version);
        return new Recorded(
                user,
                version,
                time,
                new CauseView("/order-service", "event-" + version, "order-paid.v1"),
                booked,
                List.of(new BalanceView("GBP", version, 0, 0, 0, 0, 0, version, version, 0)),
                order == null ? null : order(order, user, version, time, entries),
                null,
                null,
                null,
                null,
                null);
    }
}
