package com.rebatesuite.gateway.limit;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Remembers per caller when the next request is due (the generic cell rate algorithm: one number a caller, and the
 * wait is exact).
 */
interface Rates {

    /** Counts one request. Zero: let it through; else it was not counted, and would pass after this long. */
    Mono<Duration> waitFor(String caller, Rate rate);
}
