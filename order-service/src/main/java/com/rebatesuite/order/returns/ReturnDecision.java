package com.rebatesuite.order.returns;

/** What comes of a command to a return. */
public sealed interface ReturnDecision {

    /** Something happened. */
    record Happened(ReturnEvent event) implements ReturnDecision {}

    /** A repeat of what already ended the return: no effect. */
    record AlreadySo(Return returned) implements ReturnDecision {}

    /** It cannot be; {@code code} is for programs, {@code detail} for people. */
    record NotAllowed(String code, String detail, boolean retryable) implements ReturnDecision {}
}
