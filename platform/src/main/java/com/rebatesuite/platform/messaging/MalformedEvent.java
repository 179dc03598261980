package com.rebatesuite.platform.messaging;

import org.jspecify.annotations.Nullable;

/** A record that no retry will make readable: it goes to the dead letters at once. */
public class MalformedEvent extends RuntimeException {

    public MalformedEvent(String message) {
        this(message, null);
    }

    public MalformedEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
