package com.rebatesuite.inventory.commit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;

/** Meters nobody reads. */
final class Meters {

    private Meters() {}

    static CommitMeters none() {
        return new CommitMeters(new SimpleMeterRegistry(), List.of());
    }
}
