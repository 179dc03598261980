package com.rebatesuite.inventory.replenishment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where replenishments are kept. */
public interface Replenishments {

    /** The replenishment of this id. */
    Optional<Replenishment> of(UUID id);

    /** The same, locked until the transaction ends. */
    Optional<Replenishment> locked(UUID id);

    /** Those that were wanted, older than this one, newest first. */
    List<Replenishment> before(@Nullable UUID id, Wanted wanted, int limit);

    /** Adds these, except where their rule has a proposal that is not ordered yet, and returns those it has added. */
    List<Replenishment> add(List<Replenishment> replenishments);

    /** Writes what the steps have made of it. */
    void update(Replenishment replenishment);

    /** How many are open, by status, and how many of them are late. */
    Census census(Instant now);

    /** Which ones somebody wants to see: all where it says nothing. */
    record Wanted(
            @Nullable Status status,
            @Nullable String sku,
            @Nullable String supplier) {}
}
