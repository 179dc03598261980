package com.rebatesuite.rebate.withdrawal;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.command.InMemoryLedgerCommands;
import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.CauseView;
import com.rebatesuite.rebate.view.FrozenView;
import com.rebatesuite.rebate.view.InMemoryViews;
import com.rebatesuite.rebate.view.MethodView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.PayoutMethodView;
import com.rebatesuite.rebate.view.Recorded;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the ledger makes of the commands about withdrawals, in a hundred lines and without entries: hears them as they go
 * over the wire, does each once, and shows what came of it at once or when it {@link #catchesUp}.
 */
public final class WithdrawalLedger {

    public static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");

    public final InMemoryViews views = new InMemoryViews();
    public final InMemoryLedgerCommands commands = new InMemoryLedgerCommands();

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, WithdrawalView> withdrawals = new HashMap<>();
    private final List<Recorded> late = new ArrayList<>();
    private boolean isLate;
    private volatile Instant now = NOW;

    public WithdrawalLedger() {
        commands.ledger(this::hear);
    }

    private static final class Account {
        private long version;
        private long available;
        private long reserved;
        private long paid;
        private @Nullable PayoutMethodView method;
    }

    /** The time that goes by when a test says so. */
    public Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    public void later() {
        now = now.plusSeconds(1);
    }

    /** Pays what is held. */
    public synchronized void pay(String withdrawalId) {
        var known = views.withdrawal(withdrawalId).orElseThrow();
        hear(
                "withdrawal-settled.v1",
                Contracts.MAPPER
                        .createObjectNode()
                        .put("withdrawal_id", withdrawalId)
                        .put("user_id", known.userId())
                        .put("reference", "bank-1"));
    }

    /** Decides as ever, but nobody sees it. */
    public synchronized void isLate() {
        isLate = true;
    }

    public synchronized void catchesUp() {
        isLate = false;
        views.write(late);
        late.clear();
    }

    /** Somebody with so many pence, and a bank account that may be paid to. */
    public synchronized void rich(String userId, long minor) {
        give(userId, minor);
        account(userId).method = new PayoutMethodView("iban", "GB29NWBK60161331926819", "Ada Shopper", NOW, NOW);
        record(userId, null, account(userId).method, null);
    }

    public synchronized void give(String userId, long minor) {
        account(userId).available += minor;
        record(userId, null, null, null);
    }

    /** The payout method rests until then. */
    public synchronized void rests(String userId, Duration rest) {
        account(userId).method =
                new PayoutMethodView("iban", "GB29NWBK60161331926819", "Ada Shopper", NOW, NOW.plus(rest));
        record(userId, null, account(userId).method, null);
    }

    public synchronized void freeze(String userId) {
        record(userId, null, null, new FrozenView(true, "suspicious", "olga", NOW));
    }

    /** Available, reserved and paid. */
    public synchronized List<Long> money(String userId) {
        var account = account(userId);
        return List.of(account.available, account.reserved, account.paid);
    }

    private void hear(LedgerCommand command) {
        hear(command.type(), Contracts.MAPPER.valueToTree(command));
    }

    private synchronized void hear(String type, JsonNode data) {
        switch (type) {
            case "payout-method-set.v1" -> setMethod(data);
            case "withdrawal-requested.v1" -> request(data);
            case "withdrawal-batched.v1" -> batch(data);
            case "withdrawal-settled.v1" ->
                end(data, "paid", data.path("reference").asString());
            case "withdrawal-failed.v1" ->
                end(data, "returned", data.path("reason").asString());
            default -> throw new IllegalArgumentException(type);
        }
    }

    private void setMethod(JsonNode data) {
        var since = Instant.parse(data.path("requested_at").asString());
        var method = new PayoutMethodView(
                data.path("kind").asString(),
                data.path("account").asString(),
                data.path("holder").asString(),
                since,
                since.plus(Duration.ofDays(3)));
        account(user(data)).method = method;
        record(user(data), null, method, null);
    }

    private void request(JsonNode data) {
        var id = data.path("withdrawal_id").asString();
        if (withdrawals.containsKey(id)) {
            return;
        }
        var account = account(user(data));
        long minor = data.path("amount").path("minor").asLong();
        var reason = minor > account.available ? "not-available" : account.method == null ? "no-payout-method" : null;
        var left = account.available;
        if (reason == null) {
            account.available -= minor;
            account.reserved += minor;
        }
        record(data, view(data, reason, left, account.method));
    }

    private static WithdrawalView view(
            JsonNode data, @Nullable String reason, long left, @Nullable PayoutMethodView method) {
        return new WithdrawalView(
                data.path("withdrawal_id").asString(),
                reason == null ? "held" : "refused",
                new MoneyView(
                        data.path("amount").path("currency").asString(),
                        data.path("amount").path("minor").asLong()),
                method == null ? null : new MethodView(method.kind(), method.account(), method.holder()),
                Instant.parse(data.path("requested_at").asString()),
                data.path("fingerprint").asString(),
                null,
                null,
                reason,
                null,
                reason == null ? null : left);
    }

    private void batch(JsonNode data) {
        var known = withdrawals.get(data.path("withdrawal_id").asString());
        if (known != null && known.batchId() == null && known.state().equals("held")) {
            record(data, with(known, "held", data.path("batch_id").asString(), null));
        }
    }

    private void end(JsonNode data, String state, String detail) {
        var known = withdrawals.get(data.path("withdrawal_id").asString());
        if (known == null || !known.state().equals("held")) {
            return;
        }
        var account = account(user(data));
        account.reserved -= known.amount().minor();
        if (state.equals("paid")) {
            account.paid += known.amount().minor();
        } else {
            account.available += known.amount().minor();
        }
        record(data, with(known, state, known.batchId(), detail));
    }

    private static WithdrawalView with(
            WithdrawalView known, String state, @Nullable String batchId, @Nullable String text) {
        return new WithdrawalView(
                known.withdrawalId(),
                state,
                known.amount(),
                known.method(),
                known.requestedAt(),
                known.fingerprint(),
                batchId,
                state.equals("paid") ? text : null,
                state.equals("returned") ? text : known.reason(),
                known.detail(),
                known.available());
    }

    private void record(JsonNode data, WithdrawalView withdrawal) {
        withdrawals.put(withdrawal.withdrawalId(), withdrawal);
        record(user(data), withdrawal, null, null);
    }

    private void record(
            String userId,
            @Nullable WithdrawalView withdrawal,
            @Nullable PayoutMethodView method,
            @Nullable FrozenView frozen) {
        var account = account(userId);
        account.version++;
        late.add(new Recorded(
                userId,
                account.version,
                NOW,
                new CauseView("/rebate-service", "cause-" + account.version, "command.v1"),
                List.of(),
                List.of(balance(account)),
                null,
                withdrawal,
                method,
                null,
                null,
                frozen));
        if (!isLate) {
            catchesUp();
        }
    }

    private static BalanceView balance(Account account) {
        long all = account.available + account.reserved + account.paid;
        return new BalanceView("GBP", 0, 0, account.available, account.reserved, account.paid, 0, all, all, 0);
    }

    private Account account(String userId) {
        return accounts.computeIfAbsent(userId, user -> new Account());
    }

    private static String user(JsonNode data) {
        return data.path("user_id").asString();
    }
}
