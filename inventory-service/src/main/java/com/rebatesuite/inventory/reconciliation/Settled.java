package com.rebatesuite.inventory.reconciliation;

/** What has become of an operator's decision about a break. */
public sealed interface Settled {

    /** It is decided, now or earlier. */
    record Done(Finding finding) implements Settled {}

    /** There is no such break. */
    record Unknown() implements Settled {}

    /** It was decided the other way. */
    record Decided(Finding finding) implements Settled {}

    /** What was compared is not like that any more: compare again. */
    record Outdated(String why) implements Settled {}

    /** There is nothing the books could do. */
    record NothingProposed() implements Settled {}

    /** The books have answered, and it is not right yet. */
    record NotPossible(String why) implements Settled {}
}
