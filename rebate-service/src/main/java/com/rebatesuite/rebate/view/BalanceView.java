package com.rebatesuite.rebate.view;

/** What a shopper has of one currency, in minor units; {@code lifetime} is the sum of the five buckets. */
public record BalanceView(
        String currency,
        long estimated,
        long confirmed,
        long available,
        long reserved,
        long paid,
        long lifetime,
        long earned,
        long reversed) {}
