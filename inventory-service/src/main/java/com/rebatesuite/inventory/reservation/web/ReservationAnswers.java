package com.rebatesuite.inventory.reservation.web;

import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.platform.problem.Problems;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What HTTP answers to a command about a reservation. */
final class ReservationAnswers {

    private ReservationAnswers() {}

    /**
     * The reservation as it is after the command.
     *
     * @throws ErrorResponseException if the command could not be done
     */
    static ReservationResponse of(Outcome outcome, UUID orderId, Instant now) {
        return switch (outcome) {
            case Outcome.Reserved reserved -> ReservationResponse.of(reserved.reservation(), now);
            case Outcome.NoReservation none -> throw unknown(orderId);
            case Outcome.Differs differs ->
                throw conflict("reservation-differs", "order " + orderId + " has already asked for something else");
            case Outcome.Lacking lacking -> throw lacking(lacking, orderId);
            case Outcome.NotExtendable not ->
                throw conflict(
                        "no-live-hold",
                        "reservation of order " + orderId + ": "
                                + not.reservation().status().wire() + " until "
                                + not.reservation().expiresAt()
                                + " (expected: held, until a time that is still to come)");
            case Outcome.TooLong tooLong ->
                throw Problems.refusal(Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "hold-too-long",
                        "expires_at: (expected: " + tooLong.latest() + " at the latest)"));
            case Outcome.Booked other -> throw unexpected(other);
            case Outcome.NoLevel other -> throw unexpected(other);
            case Outcome.Stale other -> throw unexpected(other);
            case Outcome.JudgedOtherwise other -> throw unexpected(other);
            case Outcome.NotFree other -> throw unexpected(other);
        };
    }

    static ErrorResponseException unknown(UUID orderId) {
        return Problems.refusal(
                Problems.of(HttpStatus.NOT_FOUND, "unknown-reservation", "nothing was asked for order " + orderId));
    }

    private static ErrorResponseException lacking(Outcome.Lacking lacking, UUID orderId) {
        var code = lacking.reservation().backordered().isEmpty() ? "out-of-stock" : "still-backordered";
        var problem = Problems.of(
                HttpStatus.CONFLICT, code, "the goods of order " + orderId + " cannot leave: some are not there");
        problem.setProperty(
                "missing",
                lacking.missing().stream()
                        .map(ReservationResponse.MissingResponse::of)
                        .toList());
        return Problems.refusal(problem);
    }

    private static ErrorResponseException conflict(String code, String detail) {
        return Problems.refusal(Problems.of(HttpStatus.CONFLICT, code, detail));
    }

    private static IllegalStateException unexpected(Outcome other) {
        return new IllegalStateException("unexpected: " + other);
    }
}
