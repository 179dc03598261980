package com.rebatesuite.inventory.web;

import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Says what is in the way of a booking: which level, and its numbers. */
public final class Refusals {

    private Refusals() {}

    /**
     * What was booked.
     *
     * @throws org.springframework.web.ErrorResponseException with what was in the way
     */
    public static Outcome.Booked booked(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Booked booked -> booked;
            case Outcome.NoLevel none -> throw Problems.refusal(noLevel(none.key()));
            case Outcome.Stale stale -> throw Problems.refusal(stale(stale));
            case Outcome.NotFree notFree -> throw Problems.refusal(notFree(notFree));
            case Outcome.JudgedOtherwise other -> throw new IllegalStateException("unexpected: " + other);
            case Outcome.Lacking other -> throw new IllegalStateException("unexpected: " + other);
            case Outcome.NotExtendable other -> throw new IllegalStateException("unexpected: " + other);
            case Outcome.TooLong other -> throw new IllegalStateException("unexpected: " + other);
            case Outcome.Reserved other -> throw new IllegalStateException("unexpected: " + other);
            case Outcome.Differs other -> throw new IllegalStateException("unexpected: " + other);
            case Outcome.NoReservation other -> throw new IllegalStateException("unexpected: " + other);
        };
    }

    private static ProblemDetail noLevel(LevelKey key) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-sku", "there is no stock of " + said(key));
    }

    private static ProblemDetail stale(Outcome.Stale stale) {
        var problem = Problems.of(
                HttpStatus.PRECONDITION_FAILED,
                "stale-quantity",
                "on hand of " + said(stale.key()) + ": " + stale.actual() + " (expected: " + stale.expected() + ")");
        problem.setProperty("actual_quantity", stale.actual());
        return problem;
    }

    private static ProblemDetail notFree(Outcome.NotFree refused) {
        var level = refused.level();
        var problem = Problems.of(HttpStatus.CONFLICT, "stock-not-free", refused.why());
        problem.setProperty("sku", level.key().sku());
        problem.setProperty("location", level.key().location());
        problem.setProperty("on_hand", level.onHand());
        problem.setProperty("held", level.held());
        problem.setProperty("damaged", level.damaged());
        problem.setProperty("available", level.available());
        return problem;
    }

    private static String said(LevelKey key) {
        return key.sku() + " at " + key.location();
    }
}
