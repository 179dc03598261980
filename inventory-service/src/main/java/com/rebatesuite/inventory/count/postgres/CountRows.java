package com.rebatesuite.inventory.count.postgres;

import com.rebatesuite.inventory.count.CountHead;
import com.rebatesuite.inventory.count.CountLine;
import com.rebatesuite.inventory.count.Status;
import com.rebatesuite.inventory.count.StockCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Turns rows into counts. */
final class CountRows {

    static final String HEAD = "id, location, reference, opened_by, opened_at, status, version";

    private CountRows() {}

    static StockCount empty(ResultSet row, int number) throws SQLException {
        return new StockCount(
                row.getObject("id", UUID.class),
                row.getString("location"),
                row.getString("reference"),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                Status.of(row.getString("status")),
                row.getLong("version"),
                List.of());
    }

    static StockCount with(StockCount head, List<CountLine> lines) {
        return new StockCount(
                head.id(),
                head.location(),
                head.reference(),
                head.openedBy(),
                head.openedAt(),
                head.status(),
                head.version(),
                lines);
    }

    static CountHead head(ResultSet row, int number) throws SQLException {
        var head = empty(row, number);
        return new CountHead(
                head.id(),
                head.location(),
                head.reference(),
                head.openedBy(),
                head.openedAt(),
                head.status(),
                head.version(),
                row.getLong("lines"),
                row.getLong("counted"),
                row.getLong("booked"));
    }

    static CountLine line(ResultSet row, int number) throws SQLException {
        return new CountLine(
                row.getString("sku"),
                row.getLong("baseline"),
                row.getLong("shortfall"),
                row.getLong("sequence"),
                row.getObject("counted", Long.class),
                row.getString("counted_by"),
                row.getBoolean("closing"),
                row.getBoolean("booked"),
                row.getString("refusal"));
    }
}
