package com.rebatesuite.rebate.earning;

/** One step of a computation in words, and the amount after it in minor units. */
public record Step(String step, String detail, long minor) {}
