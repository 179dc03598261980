package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.Sale;
import com.rebatesuite.analytics.sales.SalesMinute;

/** What leaves the windows. */
sealed interface Published {

    /** The figures of a window. */
    record Minute(SalesMinute minute) implements Published {}

    /** A sale that no window takes any more. */
    record TooLate(Sale sale) implements Published {}
}
