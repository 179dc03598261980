package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.ledger.AppliedRule;
import com.rebatesuite.rebate.ledger.Balance;
import com.rebatesuite.rebate.ledger.Cause;
import com.rebatesuite.rebate.ledger.Entry;
import com.rebatesuite.rebate.ledger.LineRebate;
import com.rebatesuite.rebate.ledger.OrderRebate;
import com.rebatesuite.rebate.ledger.Recording;
import com.rebatesuite.rebate.ledger.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of contracts/events/rebate-recorded.v1, as we write it. */
record RecordedMessage(
        String userId,
        long sequence,
        Instant recordedAt,
        Cause cause,
        List<EntryMessage> entries,
        BalanceMessage balance,
        OrderRebateMessage order) {

    static final String TYPE = "rebate-recorded.v1";

    static RecordedMessage of(Recording recording) {
        return new RecordedMessage(
                recording.userId(),
                recording.version(),
                recording.recordedAt(),
                recording.cause(),
                recording.entries().stream().map(EntryMessage::of).toList(),
                BalanceMessage.of(recording.balance()),
                OrderRebateMessage.of(recording.order()));
    }

    record EntryMessage(
            long sequence,
            String kind,
            String orderId,
            int line,
            String from,
            String to,
            MoneyMessage amount,
            @Nullable String ruleId,
            @Nullable Integer ruleVersion,
            List<Step> steps,
            String previousHash,
            String hash) {

        static EntryMessage of(Entry entry) {
            return new EntryMessage(
                    entry.sequence(),
                    entry.kind().toString(),
                    entry.orderId(),
                    entry.line(),
                    entry.from().toString(),
                    entry.to().toString(),
                    new MoneyMessage(entry.currency(), entry.minor()),
                    idOf(entry.rule()),
                    versionOf(entry.rule()),
                    entry.steps(),
                    entry.previousHash(),
                    entry.hash());
        }
    }

    record BalanceMessage(
            String currency,
            long estimated,
            long confirmed,
            long available,
            long reserved,
            long paid,
            long lifetime,
            long earned,
            long reversed) {

        static BalanceMessage of(Balance balance) {
            return new BalanceMessage(
                    balance.currency(),
                    balance.estimated(),
                    balance.confirmed(),
                    balance.available(),
                    balance.reserved(),
                    balance.paid(),
                    balance.lifetime(),
                    balance.earned(),
                    balance.reversed());
        }
    }

    record OrderRebateMessage(String orderId, String state, String channel, List<LineMessage> lines) {

        static OrderRebateMessage of(OrderRebate order) {
            return new OrderRebateMessage(
                    order.orderId(),
                    order.state().toString(),
                    order.channel().toString(),
                    order.lines().stream()
                            .map(line -> LineMessage.of(line, order.currency()))
                            .toList());
        }
    }

    record LineMessage(
            int line,
            String sku,
            int quantity,
            int returned,
            MoneyMessage base,
            MoneyMessage earned,
            MoneyMessage reversed,
            String bucket,
            @Nullable String ruleId,
            @Nullable Integer ruleVersion,
            @Nullable Integer rateBasisPoints,
            List<Step> steps) {

        static LineMessage of(LineRebate line, String currency) {
            var rule = line.rule();
            return new LineMessage(
                    line.line(),
                    line.sku(),
                    line.quantity(),
                    line.returned(),
                    new MoneyMessage(currency, line.base()),
                    new MoneyMessage(currency, line.earned()),
                    new MoneyMessage(currency, line.reversed()),
                    line.bucket().toString(),
                    idOf(rule),
                    versionOf(rule),
                    rule == null ? null : rule.rateBasisPoints(),
                    line.steps());
        }
    }

    private static @Nullable String idOf(@Nullable AppliedRule rule) {
        return rule == null ? null : rule.ruleId();
    }

    private static @Nullable Integer versionOf(@Nullable AppliedRule rule) {
        return rule == null ? null : rule.version();
    }
}
