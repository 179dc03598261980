package com.rebatesuite.rebate.withdrawal;

import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.util.Objects;

/**
 * Why a shopper does not get his money now.
 *
 * @param code {@code below-minimum}, {@code account-frozen}, {@code no-payout-method}, {@code payout-method-held} or
 *     {@code not-available}
 * @param available what there was of the currency
 */
public record Refusal(String code, String detail, MoneyView available) {

    static Refusal of(WithdrawalView refused) {
        var code = Objects.requireNonNullElse(refused.reason(), "refused");
        var available = Objects.requireNonNullElse(refused.available(), 0L);
        return new Refusal(
                code,
                Objects.requireNonNullElse(refused.detail(), words(code)),
                new MoneyView(refused.amount().currency(), available));
    }

    static Refusal of(String code, MoneyView available) {
        return new Refusal(code, words(code), available);
    }

    private static String words(String code) {
        return switch (code) {
            case "below-minimum" -> "so little is not paid out";
            case "account-frozen" -> "the account is frozen: ask customer care";
            case "no-payout-method" -> "say first where the money shall go";
            case "payout-method-held" -> "where the money goes has changed: it rests for a while";
            case "not-available" -> "more than is available";
            default -> "the ledger refuses it";
        };
    }
}
