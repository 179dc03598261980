package com.rebatesuite.rebate.payout.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.rebate.payout.Batch;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A batch for the bank: what is still to be paid, with whole accounts. Nobody is paid twice for a file fetched twice. */
final class BatchFile {

    private static final List<String> HEADER =
            List.of("withdrawal_id", "kind", "account", "holder", "currency", "amount", "reference");

    private BatchFile() {}

    static byte[] of(Batch batch) {
        return Stream.concat(Stream.of(HEADER), batch.open().stream().map(BatchFile::row))
                .map(Csv::line)
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(UTF_8);
    }

    private static List<String> row(WithdrawalView withdrawal) {
        var method = Objects.requireNonNull(withdrawal.method(), "method of what is held");
        var amount = withdrawal.amount();
        return List.of(
                withdrawal.withdrawalId(),
                method.kind(),
                method.account(),
                method.holder(),
                amount.currency(),
                decimal(amount),
                // What a bank carries through to its answer has 35 characters at most.
                withdrawal.withdrawalId().replace("-", ""));
    }

    private static String decimal(MoneyView amount) {
        int digits = Currency.getInstance(amount.currency()).getDefaultFractionDigits();
        return BigDecimal.valueOf(amount.minor(), Math.max(0, digits)).toPlainString();
    }
}
