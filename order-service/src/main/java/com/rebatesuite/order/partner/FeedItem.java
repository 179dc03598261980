package com.rebatesuite.order.partner;

import com.rebatesuite.order.partner.Checked.Bad;
import java.time.Instant;

/** One item of a batch as it came, about which nothing is sure yet. */
public interface FeedItem<T> {

    /** What it says, if that is possible, or what is wrong with it. */
    Checked<T> check(String partner, Instant now);

    /** An item that does not even read as one; {@code detail} says why. */
    record Unreadable<T>(String externalNumber, String detail) implements FeedItem<T> {

        @Override
        public Checked<T> check(String partner, Instant now) {
            return new Bad<>(FeedResult.invalid(externalNumber, "unreadable", detail));
        }
    }
}
