package com.rebatesuite.rebate.payout.web;

import com.rebatesuite.rebate.payout.Outcome;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of the payout provider's message: {@code payout.paid} or {@code payout.failed}. */
record PayoutWebhook(@Nullable String type, @Nullable Data data) {

    /** What it says; empty for a type that is none of our business. */
    Optional<Outcome> outcome() {
        return switch (String.valueOf(type)) {
            case "payout.paid" -> Optional.of(new Outcome.Paid(text(payout().reference())));
            case "payout.failed" -> Optional.of(new Outcome.Failed(text(payout().reason())));
            default -> Optional.empty();
        };
    }

    String withdrawalId() {
        return text(payout().withdrawalId());
    }

    private Data payout() {
        if (data == null) {
            throw new UnreadableFile("data: none (expected: withdrawal_id, reference or reason)");
        }
        return data;
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    /** The payout: {@code reference} of one that was paid, {@code reason} of one that failed. */
    record Data(
            @Nullable String withdrawalId,
            @Nullable String reference,
            @Nullable String reason) {}
}
