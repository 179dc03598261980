package com.rebatesuite.inventory.commit.postgres;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Backordered;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.inventory.reservation.Refusal;
import com.rebatesuite.inventory.reservation.RefusalReason;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.Shortage;
import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.inventory.reservation.StockPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into reservations and back. */
final class ReservationRows {

    static final String COLUMNS =
            "order_id, user_id, policy, exempt, status, held_at, expires_at, demands, units, lines,"
                    + " backordered, reason, missing, sequence";

    private static final TypeReference<List<Demand>> DEMANDS = new TypeReference<>() {};
    private static final TypeReference<List<LineJson>> LINES = new TypeReference<>() {};
    private static final TypeReference<List<Backordered>> BACKORDERED = new TypeReference<>() {};
    private static final TypeReference<List<Shortage>> MISSING = new TypeReference<>() {};

    private final JsonMapper mapper;

    ReservationRows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    Reservation reservation(ResultSet row, int number) throws SQLException {
        var asked = new Asked(
                row.getString("user_id"),
                mapper.readValue(row.getString("demands"), DEMANDS),
                StockPolicy.of(row.getString("policy")),
                row.getBoolean("exempt"));
        return new Reservation(
                row.getObject("order_id", UUID.class),
                asked,
                Status.of(row.getString("status")),
                instant(row, "held_at"),
                instant(row, "expires_at"),
                mapper.readValue(row.getString("lines"), LINES).stream()
                        .map(LineJson::line)
                        .toList(),
                mapper.readValue(row.getString("backordered"), BACKORDERED),
                refusal(row),
                row.getInt("sequence"));
    }

    /** One column of the statement for each of {@link #COLUMNS}, in their order. */
    Stream<Object> columns(Collection<Reservation> rows) {
        return Stream.of(
                Columns.texts(rows, row -> row.orderId().toString()),
                Columns.texts(rows, Reservation::userId),
                Columns.texts(rows, row -> row.asked().policy().wire()),
                Columns.texts(rows, row -> Boolean.toString(row.asked().exempt())),
                Columns.texts(rows, row -> row.status().wire()),
                Columns.texts(rows, row -> text(row.heldAt())),
                Columns.texts(rows, row -> text(row.expiresAt())),
                Columns.texts(rows, row -> mapper.writeValueAsString(row.asked().demands())),
                Columns.numbers(rows, row -> row.asked().units()),
                Columns.texts(
                        rows,
                        row -> mapper.writeValueAsString(
                                row.lines().stream().map(LineJson::of).toList())),
                Columns.texts(rows, row -> mapper.writeValueAsString(row.backordered())),
                Columns.texts(rows, ReservationRows::reason),
                Columns.texts(rows, row -> mapper.writeValueAsString(row.missing())),
                Columns.numbers(rows, Reservation::sequence));
    }

    private @Nullable Refusal refusal(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return reason == null
                ? null
                : new Refusal(RefusalReason.of(reason), mapper.readValue(row.getString("missing"), MISSING));
    }

    private static @Nullable String reason(Reservation reservation) {
        var refusal = reservation.refusal();
        return refusal == null ? null : refusal.reason().wire();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /** A line as it is stored. */
    record LineJson(String sku, String location, long quantity) {

        static LineJson of(Line line) {
            return new LineJson(line.key().sku(), line.key().location(), line.quantity());
        }

        Line line() {
            return new Line(new LevelKey(sku, location), quantity);
        }
    }
}
