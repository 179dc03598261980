package com.rebatesuite.rebate.view;

/**
 * What a shopper has of one currency, in minor units.
 *
 * @param available may be below zero after a clawback, where the merchant's terms allow it
 * @param owed zero or less: what will be taken from the next rebates
 * @param lifetime estimated + confirmed + available + reserved + paid
 * @param earned everything that ever came from the house
 * @param reversed everything that ever fell back to it
 */
public record BalanceView(
        String currency,
        long estimated,
        long confirmed,
        long available,
        long reserved,
        long paid,
        long owed,
        long lifetime,
        long earned,
        long reversed) {}
