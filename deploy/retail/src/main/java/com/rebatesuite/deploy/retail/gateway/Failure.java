package com.rebatesuite.deploy.retail.gateway;

/** The suite did not do what was asked: it refused for good, or did not answer for longer than our patience. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    Failure(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status, 0 when there was no answer. */
    public int status() {
        return status;
    }
}
