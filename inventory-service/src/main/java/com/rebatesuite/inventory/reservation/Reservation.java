package com.rebatesuite.inventory.reservation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is promised to one order: all that was asked or nothing.
 *
 * @param heldAt since when it holds; null when it has never held anything
 * @param expiresAt when a hold ends by itself; null when it never does, and when nothing is held
 * @param lines what of it is held, or was held or has left, and where
 * @param backordered what of a hold is still to come
 * @param refusal why it was refused
 * @param sequence how many events it has had
 */
public record Reservation(
        UUID orderId,
        Asked asked,
        Status status,
        @Nullable Instant heldAt,
        @Nullable Instant expiresAt,
        List<Line> lines,
        List<Backordered> backordered,
        @Nullable Refusal refusal,
        int sequence) {

    public Reservation {
        lines = List.copyOf(lines);
        backordered = List.copyOf(backordered);
    }

    /** An order about which nothing is decided yet. */
    public static Reservation undecided(UUID orderId, Asked asked) {
        return new Reservation(orderId, asked, Status.RELEASED, null, null, List.of(), List.of(), null, 0);
    }

    /** Who asked. */
    public String userId() {
        return asked.userId();
    }

    /** What was short when it was refused. */
    public List<Shortage> missing() {
        return refusal == null ? List.of() : refusal.missing();
    }

    /** Everything asked is held until then or, with null, for good; of some of it only the promise. */
    public Reservation held(List<Line> held, List<Backordered> waits, Instant since, @Nullable Instant until) {
        return new Reservation(orderId, asked, Status.HELD, since, until, held, waits, null, sequence + 1);
    }

    /** The same hold, some of whose promises have come true. */
    public Reservation filled(List<Line> held, List<Backordered> waits) {
        return new Reservation(orderId, asked, status, heldAt, expiresAt, held, waits, null, sequence + 1);
    }

    /** The same hold, which now ends at another time or, with null, not by itself. */
    public Reservation until(@Nullable Instant end) {
        return new Reservation(orderId, asked, status, heldAt, end, lines, backordered, refusal, sequence);
    }

    /** Nothing is held. */
    public Reservation refused(Refusal why) {
        return new Reservation(orderId, asked, Status.REFUSED, heldAt, null, List.of(), List.of(), why, sequence + 1);
    }

    /** The goods have left, from these places. */
    public Reservation committed(List<Line> left) {
        return ended(Status.COMMITTED, left);
    }

    /** The promise was taken back. */
    public Reservation released() {
        return ended(Status.RELEASED, lines);
    }

    /** The promise ran out. */
    public Reservation expired() {
        return ended(Status.EXPIRED, lines);
    }

    /** The order has ended while nothing was held: nothing to tell anybody, but nothing may be held any more. */
    public Reservation closed() {
        return new Reservation(orderId, asked, Status.RELEASED, heldAt, null, lines, List.of(), refusal, sequence);
    }

    /** Whether it is a hold that has run out by then. */
    public boolean isPast(Instant now) {
        return status == Status.HELD && expiresAt != null && !expiresAt.isAfter(now);
    }

    /** Whether it counts against the quota of its user: a hold that may still run out, and has not. */
    public boolean isOpen(Instant now) {
        return status == Status.HELD && expiresAt != null && expiresAt.isAfter(now) && !asked.exempt();
    }

    private Reservation ended(Status end, List<Line> lastLines) {
        return new Reservation(orderId, asked, end, heldAt, null, lastLines, List.of(), null, sequence + 1);
    }
}
