package com.rebatesuite.order.returns;

/** So many units of an order's line that somebody sends back. */
public record UnitsBack(int line, int quantity) {}
