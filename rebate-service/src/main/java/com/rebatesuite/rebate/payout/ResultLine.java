package com.rebatesuite.rebate.payout;

import org.jspecify.annotations.Nullable;

/**
 * One line of what the bank says about a batch.
 *
 * @param line its number, from 1
 * @param outcome absent if the line does not say what it should; then {@code problem} says what is wrong with it
 */
public record ResultLine(
        int line,
        String withdrawalId,
        @Nullable Outcome outcome,
        @Nullable String problem) {

    /** A line as it was read: {@code result} is {@code paid} with a reference or {@code failed} with a reason. */
    public static ResultLine of(
            int line, @Nullable String withdrawalId, @Nullable String result, @Nullable String detail) {
        var id = withdrawalId == null ? "" : withdrawalId.strip();
        try {
            return new ResultLine(line, id, outcome(result, detail == null ? "" : detail.strip()), null);
        } catch (IllegalArgumentException bad) {
            return new ResultLine(line, id, null, String.valueOf(bad.getMessage()));
        }
    }

    /** A line that could not even be read. */
    public static ResultLine unreadable(int line, String problem) {
        return new ResultLine(line, "", null, problem);
    }

    private static Outcome outcome(@Nullable String result, String detail) {
        return switch (result == null ? "" : result.strip()) {
            case "paid" -> new Outcome.Paid(detail);
            case "failed" -> new Outcome.Failed(detail);
            default -> throw new IllegalArgumentException("result: another one (expected: paid or failed)");
        };
    }
}
