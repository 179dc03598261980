package com.rebatesuite.analytics.sales;

import java.time.Duration;

/** Told what happens to sales, so that it can be counted. */
public interface SalesMeter {

    /** A window was published, {@code delay} after the oldest change in it arrived. */
    void published(SalesMinute.Status status, Duration delay);

    /** A sale came after its minute was final; it will be published as a correction. */
    void late();

    /** A sale came after its minute was closed for good; it went to the late lane. */
    void tooLate();

    /** An order event was a repeat and not counted again. */
    void repeated();
}
