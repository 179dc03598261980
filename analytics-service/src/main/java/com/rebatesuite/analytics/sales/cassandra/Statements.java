package com.rebatesuite.analytics.sales.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/** The prepared statements of one session. */
record Statements(CqlSession session, PreparedStatement insert, PreparedStatement select) {

    static Statements prepare(CqlSession session, String table) {
        var insert = session.prepare("INSERT INTO " + table
                + " (sku, day, minute, currency, status, revision, orders, units_sold, units_returned, revenue_minor,"
                + " refunded_minor, published_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        var select =
                session.prepare("SELECT * FROM " + table + " WHERE sku = ? AND day = ? AND minute >= ? AND minute < ?");
        return new Statements(session, insert, select);
    }
}
