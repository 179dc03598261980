package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.rebate.ledger.Cause;

/** Takes the cause from an envelope. */
final class Causes {

    private Causes() {}

    static Cause of(CloudEvent<?> event) {
        return new Cause(event.source(), event.id(), event.type());
    }
}
