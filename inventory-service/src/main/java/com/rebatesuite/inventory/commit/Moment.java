package com.rebatesuite.inventory.commit;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Time and chance of one batch: everything in it is decided at the same instant. */
record Moment(Instant now, Supplier<UUID> ids) {}
