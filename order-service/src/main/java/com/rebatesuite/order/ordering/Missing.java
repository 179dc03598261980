package com.rebatesuite.order.ordering;

/** A sku of which less is available than an order asks for. */
public record Missing(String sku, int requested, int available) {}
