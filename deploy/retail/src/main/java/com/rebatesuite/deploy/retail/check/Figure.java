package com.rebatesuite.deploy.retail.check;

/** One row of the table. */
public record Figure(String name, long expected, long found) {

    /** Whether both sides agree. */
    public boolean right() {
        return expected == found;
    }
}
