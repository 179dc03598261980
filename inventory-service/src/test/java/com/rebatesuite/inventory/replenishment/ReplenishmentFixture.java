package com.rebatesuite.inventory.replenishment;

import com.rebatesuite.inventory.level.LevelKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules, forecasts and replenishments as they come in the tests. */
public final class ReplenishmentFixture {

    public static final LevelKey TEA = LevelKey.main("TEA-100");
    public static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");
    public static final UUID ID = UUID.fromString("019b76da-a800-7000-8000-000000000001");

    private ReplenishmentFixture() {}

    /** From 20 up to 100, in cases of 12, a week on the way. */
    public static Rule rule() {
        return rule("tea-main", TEA, Mode.TO_APPROVE, 20, 100, 12);
    }

    public static Rule rule(String id, LevelKey key, Mode mode, long min, long max, long multiple) {
        return new Rule(id, key, min, max, multiple, 1, Duration.ofDays(7), "tea-traders", mode, 0.95, true, 1);
    }

    /** Four a day, of which one is sure to two. */
    public static Forecast forecast() {
        return forecast(TEA, 7, Instant.parse("2026-01-05T00:00:00Z"), 4, 2, List.of());
    }

    public static Forecast forecast(
            LevelKey key, long sequence, Instant asOf, long mean, @Nullable Integer sigma, List<BigDecimal> days) {
        return new Forecast(
                key,
                sequence,
                asOf,
                "holt-winters",
                BigDecimal.valueOf(mean),
                sigma == null ? null : BigDecimal.valueOf(sigma),
                days);
    }

    /** The proposal of contracts/events/replenishment-proposed.v1. */
    public static Proposal proposal() {
        return new ReorderPolicy(Duration.ofDays(2))
                .propose(rule(), new Position(10, 0, 20, 5), forecast(), NOW)
                .orElseThrow();
    }

    public static Replenishment proposed() {
        return Replenishment.proposed(ID, proposal(), NOW);
    }

    public static Replenishment approved() {
        return proposed().approve(96L, act("the shelf is full")).replenishment();
    }

    public static Replenishment ordered() {
        return approved().order(order(), act(null)).replenishment();
    }

    public static SupplierOrder order() {
        return new SupplierOrder("PO-7", Instant.parse("2026-01-12T08:00:00Z"));
    }

    /** So many units noted and marked. */
    public static Replenishment received(Replenishment before, long quantity) {
        return before.expect(quantity, 10)
                .replenishment()
                .receive(quantity, act(null))
                .replenishment();
    }

    public static Receipt receipt(long quantity) {
        return new Receipt(UUID.fromString("019b76da-a800-7000-8000-000000000009"), ID, TEA, quantity, act(null), null);
    }

    public static Act act(@Nullable String reason) {
        return new Act("olga", reason, NOW);
    }
}
