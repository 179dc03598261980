package com.rebatesuite.inventory.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of reconciliations and what they have found. */
public interface Reconciliations {

    /** Asks for a comparison, once per cause; a repeat gets the one of the first time. */
    Reconciliation request(UUID id, String cause, @Nullable String sku, String actor, Instant at);

    /**
     * Takes one that waits, or one whose runner has not been heard of for that long. After too many attempts it has failed.
     */
    Optional<Turn> take(Instant now, Duration patience);

    /** Stores what was found, unless somebody else has taken over. */
    void complete(Turn turn, Report report, Instant at);

    /** It could not be done now: it waits again, or has failed after too many attempts. */
    void giveBack(Turn turn, String why, Instant at);

    /** One of them. */
    Optional<Reconciliation> find(UUID id);

    /** All of them, newest first, before that one; null begins at the newest. */
    List<Reconciliation> before(@Nullable UUID id, int limit);

    /** What one has found, behind that number. */
    List<Finding> findings(UUID id, int after, int limit);

    /** One finding, locked until the transaction ends. */
    Optional<Finding> lock(UUID id, int number);

    /** Stores what was decided about a finding. */
    void decide(UUID id, int number, Finding.Verdict verdict);

    /** A reconciliation that is somebody's to run. */
    record Turn(UUID id, @Nullable String sku, int attempt) {}
}
