package com.rebatesuite.rebate.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.earning.AppliedRule;
import com.rebatesuite.rebate.ledger.Decision.Booked;
import com.rebatesuite.rebate.ledger.Decision.Remembered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One shopper's account in memory, to which facts are told one after the other. */
public final class History {

    private static final Budgeting NO_BUDGETS = new Budgeting() {
        @Override
        public long left(String ruleId) {
            throw new AssertionError("no rule has a budget, asked for " + ruleId);
        }

        @Override
        public boolean mayGrow(String ruleId) {
            return false;
        }
    };

    private final String userId;
    private final Map<String, State> rows = new TreeMap<>();
    private final List<Recording> recordings = new ArrayList<>();
    private Instant now = Orders.NOW;

    public History(String userId) {
        this.userId = userId;
    }

    /** The decision about the last of them. */
    public Decision tell(Input first, Input... more) {
        var decision = tellOne(first);
        for (var input : more) {
            decision = tellOne(input);
        }
        return decision;
    }

    private Decision tellOne(Input input) {
        var books = new Books(userId, rows::get, Orders.RULES, NO_BUDGETS, Orders.TERMS, Orders.SETTINGS, now);
        var decision = Ledger.decide(books, input);
        switch (decision) {
            case Booked booked -> {
                recordings.add(booked.recording());
                booked.recording().changed().forEach(state -> rows.put(state.key(), state));
            }
            case Remembered remembered -> remembered.changed().forEach(state -> rows.put(state.key(), state));
            case Decision.Waiting waiting -> throw new AssertionError("waits for " + waiting.missing());
            case Decision.Ignored ignored -> {}
            case Decision.Refused refused -> {}
        }
        return decision;
    }

    /** Time passes, and what has to expire does. */
    public void pass(Duration time) {
        now = now.plus(time);
        for (var currency : account().balances().keySet()) {
            Expiring.due(account(), lots(currency), now).forEach(this::tell);
        }
    }

    Instant now() {
        return now;
    }

    Account account() {
        return rows.get(Account.KEY) instanceof Account account ? account : Account.open(userId);
    }

    Balance balance() {
        return account().balance("GBP");
    }

    Lots lots(String currency) {
        return rows.get(Lots.key(currency)) instanceof Lots lots ? lots : new Lots(currency, List.of());
    }

    OrderRebate order() {
        return requireNonNull((OrderRebate) rows.get(OrderRebate.key(Orders.ORDER)));
    }

    @Nullable State at(String key) {
        return rows.get(key);
    }

    List<Recording> recordings() {
        return recordings;
    }

    public List<Entry> entries() {
        return recordings.stream()
                .flatMap(recording -> recording.entries().stream())
                .toList();
    }

    List<String> summary() {
        return entries().stream().map(History::summary).toList();
    }

    /** Every entry follows the one before, by number and by hash, and is what its hash says. */
    void verifyChain() {
        var previous = EntryHash.NONE;
        long sequence = 0;
        long version = 0;
        for (var recording : recordings) {
            assertThat(recording.version()).isEqualTo(++version);
            for (var entry : recording.entries()) {
                assertThat(entry.sequence()).isEqualTo(++sequence);
                assertThat(entry.previousHash()).isEqualTo(previous);
                assertThat(entry.hash())
                        .isEqualTo(EntryHash.of(recording.userId(), recording.cause(), recording.recordedAt(), entry));
                previous = entry.hash();
            }
        }
        assertThat(account().lastHash()).isEqualTo(previous);
    }

    private static String summary(Entry entry) {
        return "%d %s%s%s %s->%s %d %s"
                .formatted(
                        entry.sequence(),
                        entry.kind(),
                        entry.about().line() == 0
                                ? ""
                                : " line " + entry.about().line(),
                        entry.lot() == 0 ? "" : " lot " + entry.lot(),
                        entry.from(),
                        entry.to(),
                        entry.minor(),
                        name(entry.about().rule())
                                + entry.steps().stream()
                                        .map(step -> step.step() + ": " + step.detail())
                                        .collect(Collectors.joining(", ", "[", "]")));
    }

    private static String name(@Nullable AppliedRule rule) {
        return rule == null ? "" : rule.ruleId() + "/" + rule.version() + " ";
    }
}
