package com.rebatesuite.analytics.sales;

/** The order event behind a sale: an order never uses a sequence twice, so this is what makes a repeat visible. */
public record Cause(String orderId, long sequence, String eventId) {}
