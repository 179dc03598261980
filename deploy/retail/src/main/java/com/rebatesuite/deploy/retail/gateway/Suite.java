package com.rebatesuite.deploy.retail.gateway;

import java.net.URI;
import java.time.Duration;

/**
 * Where the suite is and how long we put up with it being away.
 *
 * @param patience how long one request is repeated before the replay gives up
 * @param pause the first wait between two attempts; it doubles up to {@link #longestPause}
 */
public record Suite(URI gateway, URI issuer, Duration patience, Duration pause, Duration longestPause) {

    /** Checks that every wait has an end. */
    public Suite {
        if (pause.isNegative() || pause.isZero() || longestPause.compareTo(pause) < 0) {
            throw new IllegalArgumentException(
                    "pause: " + pause + " (expected: above zero, up to " + longestPause + ")");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience: " + patience + " (expected: zero or more)");
        }
    }
}
