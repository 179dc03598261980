package com.rebatesuite.rebate.ledger.kafka;

/** What leaves the ledger: a recording, a record that came in as a dead letter, or a request for budget. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record Outcome(Kind kind, byte[] bytes) {

    enum Kind {
        RECORDED,
        DEAD,
        REQUESTED
    }

    boolean is(Kind asked) {
        return kind == asked;
    }
}
