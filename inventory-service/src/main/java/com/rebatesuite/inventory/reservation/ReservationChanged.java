package com.rebatesuite.inventory.reservation;

import java.time.Instant;

/** A reservation has got another status: what the rest of the suite is told. */
public record ReservationChanged(Reservation reservation, Instant at) {}
