package com.rebatesuite.platform.event;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Where new ids come from: a bean, so that a test can say which ids it wants. */
@FunctionalInterface
public interface EventIds {

    /** The next id: a UUIDv7, later ones sort after earlier ones of this JVM. */
    UUID next();

    /** Ids from the wall clock and a random start, monotonic within the JVM. */
    static EventIds timeOrdered() {
        return UuidCreator::getTimeOrderedEpochPlus1;
    }
}
