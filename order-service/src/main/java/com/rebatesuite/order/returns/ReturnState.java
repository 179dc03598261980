package com.rebatesuite.order.returns;

/** Where a return is: asked for, then either taken in or turned down. */
public enum ReturnState {
    REQUESTED,
    RECEIVED,
    REFUSED
}
