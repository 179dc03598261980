package com.rebatesuite.inventory.alert.postgres;

import com.rebatesuite.inventory.alert.Crossed;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A crossing as its columns, by their names. */
record CrossingRow(
        String sku,
        String location,
        long sequence,
        String before,
        String supply,
        long available,
        long safetyStock,
        long reorderPoint,
        long hysteresis,
        Instant occurredAt) {

    static CrossingRow of(Crossed crossed) {
        return new CrossingRow(
                crossed.level().sku(),
                crossed.level().location(),
                crossed.sequence(),
                crossed.before().wire(),
                crossed.supply().wire(),
                crossed.available(),
                crossed.thresholds().safetyStock(),
                crossed.thresholds().reorderPoint(),
                crossed.thresholds().hysteresis(),
                crossed.at());
    }

    static Crossed crossed(ResultSet row, int number) throws SQLException {
        return new Crossed(
                new LevelKey(row.getString("sku"), row.getString("location")),
                row.getLong("sequence"),
                Supply.of(row.getString("before")),
                Supply.of(row.getString("supply")),
                row.getLong("available"),
                thresholds(row),
                instant(row, "occurred_at"));
    }

    static Thresholds thresholds(ResultSet row) throws SQLException {
        return new Thresholds(row.getLong("safety_stock"), row.getLong("reorder_point"), row.getLong("hysteresis"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
