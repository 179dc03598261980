package com.rebatesuite.rebate.command;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Waiting for tests of other features. */
public final class AwaitingFixture {

    private AwaitingFixture() {}

    public static Awaiting awaiting() {
        return new Awaiting(new SimpleMeterRegistry());
    }
}
