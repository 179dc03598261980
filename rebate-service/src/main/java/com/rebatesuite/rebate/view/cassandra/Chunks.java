package com.rebatesuite.rebate.view.cassandra;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How what grows without end is cut into partitions. */
final class Chunks {

    /** Entries, or versions, per partition. */
    static final long SIZE = 10_000;

    /** Partitions per day. */
    static final int SHARDS = 32;

    private Chunks() {}

    /** Of a number that counts from 1. */
    static long of(long number) {
        return (number - 1) / SIZE;
    }

    static int shard(String userId) {
        return Math.floorMod(userId.hashCode(), SHARDS);
    }

    static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
