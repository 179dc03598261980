package com.rebatesuite.inventory.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has taken an alert upon himself.
 *
 * @param sequence the crossing of the level he had seen: what gets worse later is not acknowledged by it
 */
public record Acknowledgement(
        String by, Instant at, @Nullable String note, long sequence) {}
