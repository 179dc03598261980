package com.rebatesuite.order.returns;

/** How the units of a line came back: to be sold again, or to be written off. */
public enum Condition {
    GOOD,
    DAMAGED
}
