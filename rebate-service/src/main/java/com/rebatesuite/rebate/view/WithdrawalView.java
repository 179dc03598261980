package com.rebatesuite.rebate.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal as it stands.
 *
 * @param state {@code held}, {@code paid}, {@code returned} or {@code refused}
 * @param method where it goes; absent when it was refused for want of one
 * @param fingerprint of the request that asked for it
 * @param reference of the payment
 * @param reason code of a refusal or return
 * @param available of a refusal: the minor units there were
 */
public record WithdrawalView(
        String withdrawalId,
        String state,
        MoneyView amount,
        @Nullable MethodView method,
        Instant requestedAt,
        String fingerprint,
        @Nullable String batchId,
        @Nullable String reference,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Long available) {}
