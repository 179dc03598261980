package com.rebatesuite.inventory.commit.postgres;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.movement.ReasonCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns rows into the model. */
final class Rows {

    private static final String QUANTITIES = "sku, location, on_hand, held, damaged, shortfall, sequence";
    static final String LEVEL = QUANTITIES + ", safety_stock, reorder_point, hysteresis, supply";
    static final String MOVEMENT = QUANTITIES
            + ", id, reason, reference, cause, actor, note, on_hand_delta, held_delta, damaged_delta, shortfall_delta"
            + ", recorded_at, reason_code";

    private Rows() {}

    static StockLevel level(ResultSet row, int number) throws SQLException {
        return new StockLevel(
                new LevelKey(row.getString("sku"), row.getString("location")),
                row.getLong("on_hand"),
                row.getLong("held"),
                row.getLong("damaged"),
                row.getLong("shortfall"),
                new Thresholds(row.getLong("safety_stock"), row.getLong("reorder_point"), row.getLong("hysteresis")),
                Supply.of(row.getString("supply")),
                row.getLong("sequence"));
    }

    /** The level a movement left; by what it was judged then is not in the journal. */
    static StockLevel levelThen(ResultSet row, int number) throws SQLException {
        return new StockLevel(
                new LevelKey(row.getString("sku"), row.getString("location")),
                row.getLong("on_hand"),
                row.getLong("held"),
                row.getLong("damaged"),
                row.getLong("shortfall"),
                Thresholds.NONE,
                Supply.OK,
                row.getLong("sequence"));
    }

    static Movement movement(ResultSet row, int number) throws SQLException {
        return new Movement(
                row.getObject("id", UUID.class),
                Reason.of(row.getString("reason")),
                new Origin(
                        row.getString("cause"),
                        row.getString("reference"),
                        row.getString("actor"),
                        code(row),
                        row.getString("note")),
                deltas(row, "on_hand_delta", "held_delta", "damaged_delta", "shortfall_delta"),
                levelThen(row, number),
                recordedAt(row));
    }

    private static @Nullable ReasonCode code(ResultSet row) throws SQLException {
        var code = row.getString("reason_code");
        return code == null ? null : ReasonCode.of(code);
    }

    static Instant recordedAt(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }

    static Deltas deltas(ResultSet row, String onHand, String held, String damaged, String shortfall)
            throws SQLException {
        return new Deltas(row.getLong(onHand), row.getLong(held), row.getLong(damaged), row.getLong(shortfall));
    }

    static UUID orderId(ResultSet row, int number) throws SQLException {
        return row.getObject("order_id", UUID.class);
    }
}
