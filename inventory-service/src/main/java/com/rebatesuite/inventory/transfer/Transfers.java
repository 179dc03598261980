package com.rebatesuite.inventory.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Keeps transfers. Whether a step is booked is not kept here: the books say so. */
public interface Transfers {

    /** The transfer, if there is one. */
    Optional<Transfer> of(UUID id);

    /** The transfer whose sending was asked for like this. */
    Optional<Transfer> asked(String request);

    /** Open ones or those that have ended, latest first, from before that id on. */
    List<Transfer> page(boolean open, UUID before, int limit);

    /** Those with a step that was planned before then and is still not booked. */
    List<Transfer> unfinished(Instant before, int limit);

    /**
     * Keeps a new one for good, whatever else the caller is about to do. If somebody has just asked for the same, gives
     * what is kept for him.
     */
    Transfer planNow(Transfer fresh);

    /**
     * Keeps what is planned, alone, and for good.
     *
     * @throws TransferRefused if there is no such transfer, or it does not allow for that
     */
    Transfer planNow(UUID id, UnaryOperator<Transfer> plan);

    /** Notes whether it is still open. */
    Transfer settle(UUID id);

    /** Forgets one that could not be sent, and sees to it that it cannot be any more; if it was meanwhile, it stays. */
    void forget(Transfer unsent);
}
