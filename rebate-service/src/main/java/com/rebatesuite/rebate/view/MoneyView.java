package com.rebatesuite.rebate.view;

/** An amount in minor units of its ISO 4217 currency. */
public record MoneyView(String currency, long minor) {}
