package com.rebatesuite.rebate.revision;

/** What shall become of a thing, or why not. */
public sealed interface Change<T> {

    /** It shall read like this. */
    record To<T>(T thing) implements Change<T> {}

    /** It stays as it is. */
    record Refused<T>(String code, String detail) implements Change<T> {}
}
