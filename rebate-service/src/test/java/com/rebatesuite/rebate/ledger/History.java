package com.rebatesuite.rebate.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.ledger.Decision.Booked;
import com.rebatesuite.rebate.ledger.Decision.Remembered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One shopper's account in memory, to which facts are told one after the other. */
final class History {

    private final Map<String, OrderRebate> orders = new HashMap<>();
    private final List<Recording> recordings = new ArrayList<>();
    private Account account;

    History(String userId) {
        account = Account.open(userId);
    }

    /** The decision about the last of them. */
    Decision tell(Input first, Input... more) {
        var decision = tellOne(first);
        for (var input : more) {
            decision = tellOne(input);
        }
        return decision;
    }

    private Decision tellOne(Input input) {
        var decision = Ledger.decide(account, orders.get(input.orderId()), input, Orders.RULES, Orders.NOW);
        switch (decision) {
            case Booked booked -> {
                account = booked.account();
                orders.put(input.orderId(), booked.order());
                recordings.add(booked.recording());
            }
            case Remembered remembered -> orders.put(input.orderId(), remembered.order());
            case Decision.Ignored ignored -> {}
            case Decision.Refused refused -> {}
        }
        return decision;
    }

    Account account() {
        return account;
    }

    Balance balance() {
        return account.balance("GBP");
    }

    OrderRebate order() {
        return requireNonNull(orders.get(Orders.ORDER));
    }

    Map<String, OrderRebate> orders() {
        return orders;
    }

    List<Recording> recordings() {
        return recordings;
    }

    List<Entry> entries() {
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
        assertThat(account.lastHash()).isEqualTo(previous);
    }

    private static String summary(Entry entry) {
        return "%d %s line %d %s->%s %d %s %s"
                .formatted(
                        entry.sequence(),
                        entry.kind(),
                        entry.line(),
                        entry.from(),
                        entry.to(),
                        entry.minor(),
                        name(entry.rule()),
                        entry.steps().stream()
                                .map(step -> step.step() + ": " + step.detail())
                                .collect(Collectors.joining(", ", "[", "]")));
    }

    private static String name(@Nullable AppliedRule rule) {
        return rule == null ? "-" : rule.ruleId() + "/" + rule.version();
    }
}
