package com.rebatesuite.inventory.replenishment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who did something, when, and why if they said so. */
public record Act(String actor, @Nullable String reason, Instant at) {}
