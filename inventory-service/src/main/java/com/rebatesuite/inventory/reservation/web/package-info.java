/** Reservations for the other services. */
@NullMarked
package com.rebatesuite.inventory.reservation.web;

import org.jspecify.annotations.NullMarked;
