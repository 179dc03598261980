package com.rebatesuite.order.partner;

/** An item of a batch after the check of what it says. */
public sealed interface Checked<T> {

    /** It may be taken. */
    record Good<T>(T item) implements Checked<T> {}

    /** It says something impossible. */
    record Bad<T>(FeedResult result) implements Checked<T> {}
}
