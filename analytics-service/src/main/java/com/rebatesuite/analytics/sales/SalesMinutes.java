package com.rebatesuite.analytics.sales;

import java.time.Instant;
import java.util.List;

/** The minutes as they are served. */
public interface SalesMinutes {

    /**
     * Keeps the minutes. In whatever order and however often they come: of one window the latest revision stays.
     *
     * @throws SalesUnavailable if that is not possible now; some of the minutes may have been kept
     */
    void keep(List<PublishedMinute> minutes);

    /**
     * The minutes of a sku that start at {@code from} or later and before {@code to}, by time and currency.
     *
     * @throws SalesUnavailable if that is not possible now
     */
    List<PublishedMinute> of(String sku, Instant from, Instant to);
}
