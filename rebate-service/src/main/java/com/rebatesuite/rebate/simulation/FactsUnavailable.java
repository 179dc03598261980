package com.rebatesuite.rebate.simulation;

/** The recorded past cannot be read. */
public class FactsUnavailable extends RuntimeException {

    public FactsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
