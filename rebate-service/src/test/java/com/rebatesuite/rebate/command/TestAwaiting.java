package com.rebatesuite.rebate.command;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The real thing, whose figures nobody reads. */
public final class TestAwaiting {

    private TestAwaiting() {}

    public static Awaiting create() {
        return new Awaiting(new SimpleMeterRegistry());
    }
}
