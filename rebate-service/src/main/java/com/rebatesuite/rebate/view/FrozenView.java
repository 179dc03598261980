package com.rebatesuite.rebate.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an account is frozen, why, by whom and since when; or who released it. */
public record FrozenView(
        boolean frozen, @Nullable String reason, @Nullable String by, Instant at) {}
