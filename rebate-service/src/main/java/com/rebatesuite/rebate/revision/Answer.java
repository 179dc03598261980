package com.rebatesuite.rebate.revision;

/** What became of a change. */
public sealed interface Answer<T> {

    /** It counts. */
    record Changed<T>(T thing) implements Answer<T> {}

    /** It is durable, but this replica has not taken it in yet: whether it counts is seen later. */
    record Pending<T>(T thing) implements Answer<T> {}

    /** The thing is at another revision; 0: there is no such thing. */
    record Stale<T>(int revision) implements Answer<T> {}

    /** It is not allowed; {@code code} says why to programs, {@code detail} to people. */
    record Refused<T>(String code, String detail) implements Answer<T> {}
}
