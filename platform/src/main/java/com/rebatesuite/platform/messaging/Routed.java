package com.rebatesuite.platform.messaging;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.telemetry.Trace;

/** An event that was read and has a handler; nothing is handled before {@link #handle()}. */
public final class Routed {

    private final CloudEvent<?> event;
    private final Trace trace;
    private final Runnable handler;

    Routed(CloudEvent<?> event, Trace trace, Runnable handler) {
        this.event = event;
        this.trace = trace;
        this.handler = handler;
    }

    /** The event; its data is of the class that was registered for its type. */
    public CloudEvent<?> event() {
        return event;
    }

    /** The trace in which the event was written. */
    public Trace trace() {
        return trace;
    }

    /** Gives the event to its handler, and lets through what that throws. */
    public void handle() {
        handler.run();
    }
}
