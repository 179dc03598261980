package com.rebatesuite.platform.outbox;

/** Which of the buckets a key's events wait in. All events of a key share a bucket, so whoever owns it owns their order. */
final class Buckets {

    static final int COUNT = 16;

    private Buckets() {}

    static int of(String key) {
        return Math.floorMod(key.hashCode(), COUNT);
    }
}
