package com.rebatesuite.deploy.backends;

import org.jspecify.annotations.Nullable;

/** A server that should run does not, with the reason and the place of its log. */
public final class BackendFailed extends RuntimeException {

    /** States what failed, and why when a cause is known. */
    public BackendFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
