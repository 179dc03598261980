package com.rebatesuite.analytics.sales.cassandra;

import com.rebatesuite.analytics.ServiceIT;
import com.rebatesuite.analytics.sales.SalesMinutes;
import com.rebatesuite.analytics.sales.SalesMinutesContract;
import org.springframework.beans.factory.annotation.Autowired;

/** Cassandra keeps the contract of minutes. */
class CassandraSalesMinutesIT extends ServiceIT implements SalesMinutesContract {

    @Autowired
    private SalesMinutes minutes;

    @Override
    public SalesMinutes minutes() {
        return minutes;
    }
}
