package com.rebatesuite.inventory.reservation;

/** What was asked of one product, and what of it there is. */
public record Shortage(String sku, long requested, long available) {}
