package com.rebatesuite.order.ordering;

/** So many units of a sku that somebody wants to buy. */
public record Wanted(String sku, int quantity) {}
