package com.rebatesuite.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.commit.NotInTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OperatorBookingsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OperatorBookings bookings =
            new OperatorBookings(new OperatorProperties(3, Duration.ofMillis(10)), meters);

    @Test
    void holdsNoMoreConnectionsThanItMay() {
        bookings.inTurn(() -> bookings.inTurnWithTwo(() -> {
            assertThat(free()).isZero();
            assertThatThrownBy(() -> bookings.inTurn(() -> "one more")).isInstanceOf(NotInTime.class);
            return "all in use";
        }));

        assertThat(free()).isEqualTo(3);
        assertThat(meters.get("stock.operators.wait").timer().count()).isEqualTo(3);
    }

    @Test
    void givesThemBackWhenTheWorkFails() {
        assertThatThrownBy(() -> bookings.inTurn(() -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");

        assertThat(free()).isEqualTo(3);
    }

    @Test
    void checksItsSettings() {
        assertThatThrownBy(() -> new OperatorProperties(1, Duration.ZERO)).hasMessageContaining("1 connections");
        assertThatThrownBy(() -> new OperatorProperties(6, Duration.ofSeconds(-1)))
                .hasMessageContaining("not negative");
    }

    private double free() {
        return meters.get("stock.operators.connections.free").gauge().value();
    }
}
