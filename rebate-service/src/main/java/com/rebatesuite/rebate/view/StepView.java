package com.rebatesuite.rebate.view;

/** One step of a computation in words, and the amount after it in minor units. */
public record StepView(String step, String detail, long minor) {}
