package com.rebatesuite.platform.telemetry;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;

/** Takes down the trace of the work in hand, for whoever goes on with it on another thread or beyond a queue. */
@FunctionalInterface
public interface Traces {

    /** The trace that this thread is in. */
    Trace current();

    /** Traces nothing. */
    static Traces none() {
        return () -> Trace.NONE;
    }

    /** The traces of this tracer, written as this propagator does. */
    static Traces of(Tracer tracer, Propagator propagator) {
        return () -> {
            var context = tracer.currentTraceContext().context();
            if (context == null) {
                return Trace.NONE;
            }
            var headers = new HashMap<String, String>();
            propagator.inject(context, headers, (carrier, name, value) -> {
                if (carrier != null) {
                    carrier.put(name, value);
                }
            });
            return new Trace(headers);
        };
    }
}
