package com.rebatesuite.inventory.web;

import com.rebatesuite.inventory.commit.NotInTime;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * One bound for everything operators have booked: their requests hold connections while they wait for the committer,
 * which needs one, too.
 */
@Component
public class OperatorBookings {

    static final int MOST_OF_ONE = 2;

    private final OperatorProperties properties;
    private final Semaphore connections;
    private final Timer waited;

    OperatorBookings(OperatorProperties properties, MeterRegistry registry) {
        this.properties = properties;
        this.connections = new Semaphore(properties.connections(), true);
        this.waited = Timer.builder("stock.operators.wait")
                .description("until a booking of an operator may hold its connections")
                .register(registry);
        Gauge.builder("stock.operators.connections.free", connections, Semaphore::availablePermits)
                .description("connections that operators may hold and do not")
                .register(registry);
    }

    /**
     * Does work that holds one connection.
     *
     * @throws NotInTime if too many others hold theirs too long
     */
    public <T> T inTurn(Supplier<T> work) {
        return inTurn(1, work);
    }

    /** Does work that records something in a transaction of its own before it asks the committer. */
    public <T> T inTurnWithTwo(Supplier<T> work) {
        return inTurn(MOST_OF_ONE, work);
    }

    private <T> T inTurn(int held, Supplier<T> work) {
        if (!waited.record(() -> take(held))) {
            throw new NotInTime(properties.patience());
        }
        try {
            return work.get();
        } finally {
            connections.release(held);
        }
    }

    private boolean take(int held) {
        try {
            return connections.tryAcquire(held, properties.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
