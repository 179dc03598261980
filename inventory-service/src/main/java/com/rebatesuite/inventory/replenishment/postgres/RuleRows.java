package com.rebatesuite.inventory.replenishment.postgres;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.replenishment.Mode;
import com.rebatesuite.inventory.replenishment.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Turns rows into rules. */
final class RuleRows {

    private RuleRows() {}

    static Rule rule(ResultSet row, int number) throws SQLException {
        return new Rule(
                row.getString("rule_id"),
                new LevelKey(row.getString("sku"), row.getString("location")),
                row.getLong("min"),
                row.getLong("max"),
                row.getLong("multiple"),
                row.getLong("minimum_order"),
                Duration.ofSeconds(row.getLong("lead_time_seconds")),
                row.getString("supplier"),
                Mode.of(row.getString("mode")),
                row.getObject("service_level", Double.class),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
