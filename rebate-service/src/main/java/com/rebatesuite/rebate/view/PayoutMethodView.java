package com.rebatesuite.rebate.view;

import java.time.Instant;

/** Where a shopper wants his money, and since when it may go there. */
public record PayoutMethodView(String kind, String account, String holder, Instant changedAt, Instant usableFrom) {}
