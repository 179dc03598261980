package com.rebatesuite.inventory.replenishment.postgres;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.replenishment.Act;
import com.rebatesuite.inventory.replenishment.Grounds;
import com.rebatesuite.inventory.replenishment.Inputs;
import com.rebatesuite.inventory.replenishment.Receipt;
import com.rebatesuite.inventory.replenishment.Replenishment;
import com.rebatesuite.inventory.replenishment.Status;
import com.rebatesuite.inventory.replenishment.SupplierOrder;
import com.rebatesuite.inventory.replenishment.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into replenishments and receipts, and what is kept as JSON into text. */
final class ReplenishmentRows {

    private static final TypeReference<List<String>> STEPS = new TypeReference<>() {};

    private final JsonMapper mapper;

    ReplenishmentRows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    Replenishment replenishment(ResultSet row, int number) throws SQLException {
        return new Replenishment(
                row.getObject("id", UUID.class),
                key(row),
                row.getString("supplier"),
                new Grounds(
                        row.getString("rule_id"),
                        inputs(row.getString("inputs")),
                        mapper.readValue(row.getString("formula"), STEPS)),
                new Units(
                        row.getLong("proposed"),
                        row.getLong("wanted"),
                        row.getLong("received"),
                        row.getLong("pending")),
                order(row),
                Status.of(row.getString("status")),
                new Act(row.getString("actor"), row.getString("reason"), Columns.instant(row, "updated_at")),
                Columns.instant(row, "created_at"),
                row.getInt("sequence"));
    }

    static Receipt receipt(ResultSet row, int number) throws SQLException {
        return new Receipt(
                row.getObject("id", UUID.class),
                row.getObject("replenishment_id", UUID.class),
                key(row),
                row.getLong("quantity"),
                new Act(row.getString("actor"), row.getString("note"), Columns.instant(row, "noted_at")),
                Columns.instantOrNull(row, "booked_at"));
    }

    @Nullable String inputs(Replenishment replenishment) {
        var inputs = replenishment.grounds().inputs();
        return inputs == null ? null : mapper.writeValueAsString(inputs);
    }

    String formula(Replenishment replenishment) {
        return mapper.writeValueAsString(replenishment.grounds().formula());
    }

    private @Nullable Inputs inputs(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, Inputs.class);
    }

    private static @Nullable SupplierOrder order(ResultSet row) throws SQLException {
        var reference = row.getString("supplier_reference");
        return reference == null ? null : new SupplierOrder(reference, Columns.instantOrNull(row, "expected_at"));
    }

    private static LevelKey key(ResultSet row) throws SQLException {
        return new LevelKey(row.getString("sku"), row.getString("location"));
    }
}
