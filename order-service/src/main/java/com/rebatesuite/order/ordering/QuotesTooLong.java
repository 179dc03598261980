package com.rebatesuite.order.ordering;

/** The quotes of one order are longer than its one event can carry. */
public class QuotesTooLong extends RuntimeException {

    QuotesTooLong(long length, int most) {
        super("the quotes have " + length + " characters in all (expected: at most " + most + ")");
    }
}
