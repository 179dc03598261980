package com.rebatesuite.inventory.alert.postgres;

import com.rebatesuite.inventory.alert.Acknowledgement;
import com.rebatesuite.inventory.alert.Alert;
import com.rebatesuite.inventory.alert.AlertState;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Supply;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert as its columns, by their names: many of them go to the database as one piece of JSON. */
record AlertRow(
        UUID id,
        String sku,
        String location,
        String category,
        String kind,
        String state,
        long firstSequence,
        long sequence,
        long available,
        long safetyStock,
        long reorderPoint,
        long hysteresis,
        Instant raisedAt,
        Instant changedAt,
        @Nullable Instant clearedAt,
        @Nullable Instant projectedOutAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedNote,
        @Nullable Long acknowledgedSequence) {

    static AlertRow of(Alert alert) {
        var seen = alert.acknowledgement();
        return new AlertRow(
                alert.id(),
                alert.level().sku(),
                alert.level().location(),
                alert.category(),
                alert.kind().wire(),
                alert.state().wire(),
                alert.firstSequence(),
                alert.sequence(),
                alert.available(),
                alert.thresholds().safetyStock(),
                alert.thresholds().reorderPoint(),
                alert.thresholds().hysteresis(),
                alert.raisedAt(),
                alert.changedAt(),
                alert.clearedAt(),
                alert.projectedOutAt(),
                seen == null ? null : seen.by(),
                seen == null ? null : seen.at(),
                seen == null ? null : seen.note(),
                seen == null ? null : seen.sequence());
    }

    static Alert alert(ResultSet row, int number) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                new LevelKey(row.getString("sku"), row.getString("location")),
                row.getString("category"),
                Supply.of(row.getString("kind")),
                AlertState.of(row.getString("state")),
                row.getLong("first_sequence"),
                row.getLong("sequence"),
                row.getLong("available"),
                CrossingRow.thresholds(row),
                CrossingRow.instant(row, "raised_at"),
                CrossingRow.instant(row, "changed_at"),
                CrossingRow.instantOrNull(row, "cleared_at"),
                CrossingRow.instantOrNull(row, "projected_out_at"),
                acknowledgement(row));
    }

    private static @Nullable Acknowledgement acknowledgement(ResultSet row) throws SQLException {
        var by = row.getString("acknowledged_by");
        return by == null
                ? null
                : new Acknowledgement(
                        by,
                        CrossingRow.instant(row, "acknowledged_at"),
                        row.getString("acknowledged_note"),
                        row.getLong("acknowledged_sequence"));
    }
}
