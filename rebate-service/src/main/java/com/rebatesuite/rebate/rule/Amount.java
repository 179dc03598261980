package com.rebatesuite.rebate.rule;

/** Money in a rule: minor units of an ISO 4217 currency, never below zero. */
public record Amount(String currency, long minor) {

    public Amount {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency: " + currency + " (expected: three capital letters)");
        }
        if (minor < 0) {
            throw new IllegalArgumentException("minor: " + minor + " (expected: >= 0)");
        }
    }
}
