package com.rebatesuite.inventory.replenishment;

/** What has become of a request to take a replenishment further. A refusal is an answer, not an error. */
public sealed interface Step {

    /** The replenishment after it. */
    Replenishment replenishment();

    /** It has gone on. */
    record Taken(Replenishment replenishment) implements Step {}

    /** It was like that already. */
    record Repeated(Replenishment replenishment) implements Step {}

    /** It cannot, for the reason that the code names and the detail tells. */
    record Refused(Replenishment replenishment, String code, String detail) implements Step {}
}
