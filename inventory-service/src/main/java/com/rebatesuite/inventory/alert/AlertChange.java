package com.rebatesuite.inventory.alert;

import com.rebatesuite.platform.telemetry.Trace;
import java.time.Instant;
import java.util.Locale;

/** What has become of an alert, for whoever is to hear of it; it goes on with the trace of what caused it. */
public record AlertChange(Alert alert, Occasion occasion, Instant at, Trace trace) {

    /** Why something is said of an alert. */
    public enum Occasion {
        RAISED,
        CHANGED,
        CLEARED,
        ACKNOWLEDGED,
        REMINDED;

        /** The type of the event that says so, e.g. {@code alert-raised.v1}. */
        public String type() {
            return "alert-" + name().toLowerCase(Locale.ROOT) + ".v1";
        }
    }
}
