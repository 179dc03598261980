package com.rebatesuite.rebate.ledger.kafka;

/** What leaves the ledger for one record that came in: a recording, or the record itself as a dead letter. */
final class Outcome {

    private final boolean recorded;
    private final byte[] bytes;

    private Outcome(boolean recorded, byte[] bytes) {
        this.recorded = recorded;
        this.bytes = bytes;
    }

    static Outcome recorded(byte[] recording) {
        return new Outcome(true, recording);
    }

    static Outcome dead(byte[] record) {
        return new Outcome(false, record);
    }

    boolean isRecorded() {
        return recorded;
    }

    byte[] bytes() {
        return bytes;
    }
}
