package com.rebatesuite.deploy.retail.check;

/** One thing that is not as the file lets us expect. */
public record Difference(String what, String expected, String found) {

    static Difference of(String what, Object expected, Object found) {
        return new Difference(what, expected.toString(), found.toString());
    }

    @Override
    public String toString() {
        return what + ": expected " + expected + ", found " + found;
    }
}
