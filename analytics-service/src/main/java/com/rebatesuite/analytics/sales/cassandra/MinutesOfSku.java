package com.rebatesuite.analytics.sales.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.rebatesuite.analytics.sales.MinuteKey;
import com.rebatesuite.analytics.sales.PublishedMinute;
import com.rebatesuite.analytics.sales.SalesMinute;
import com.rebatesuite.analytics.sales.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.data.cassandra.core.cql.CqlOperations;

/** Reads minutes, one partition per day; the caller bounds the days. */
final class MinutesOfSku {

    private final CqlOperations cql;
    private final PreparedStatement select;

    MinutesOfSku(CqlOperations cql, PreparedStatement select) {
        this.cql = cql;
        this.select = select;
    }

    List<PublishedMinute> read(String sku, Instant from, Instant to) {
        var minutes = new ArrayList<PublishedMinute>();
        var last = day(to);
        for (var day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
            minutes.addAll(cql.query(select.bind(sku, day, from, to), (row, number) -> minute(row)));
        }
        return minutes;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static PublishedMinute minute(Row row) {
        var key = new MinuteKey(instant(row, "minute"), text(row, "currency"), text(row, "sku"));
        var totals = new Totals(
                row.getLong("orders"),
                row.getLong("units_sold"),
                row.getLong("units_returned"),
                row.getLong("revenue_minor"),
                row.getLong("refunded_minor"));
        var status = SalesMinute.Status.valueOf(text(row, "status").toUpperCase(Locale.ROOT));
        return new PublishedMinute(
                new SalesMinute(key, status, row.getLong("revision"), totals), instant(row, "published_at"));
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static Instant instant(Row row, String column) {
        return Objects.requireNonNull(row.getInstant(column), column);
    }
}
