package com.rebatesuite.inventory.replenishment.postgres;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.replenishment.Position;
import com.rebatesuite.inventory.replenishment.Situation;
import com.rebatesuite.inventory.replenishment.Situations;
import com.rebatesuite.inventory.transfer.Incoming;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what rules are decided on in one statement, and therefore at one moment. What is in transit between locations is
 * read before that: goods that arrive meanwhile are then counted twice, and not missed.
 */
@Component
class PostgresSituations implements Situations {

    private static final String SITUATIONS = """
            select rule.*, as_of, forecast.sequence as forecast_sequence, model, mean_per_day, sigma_per_day, days,
                   coalesce(on_hand - held - damaged, 0) as available, coalesce(shortfall, 0) as shortfall,
                   coalesce(safety_stock, 0) as safety_stock,
                   coalesce((select sum(units) from incoming_stock incoming
                              where incoming.sku = rule.sku and incoming.location = rule.location), 0) as incoming,
                   exists (select from replenishment open
                            where open.sku = rule.sku and open.location = rule.location and open.rule_id = rule.rule_id
                              and open.status in ('proposed', 'approved')) as open
              from replenishment_rule rule
              left join stock_level level on level.sku = rule.sku and level.location = rule.location
              left join demand_forecast forecast on forecast.sku = rule.sku and forecast.location = rule.location
            """;

    private final JdbcClient jdbc;
    private final Incoming transfers;

    PostgresSituations(JdbcClient jdbc, Incoming transfers) {
        this.jdbc = jdbc;
        this.transfers = transfers;
    }

    @Override
    public List<Situation> of(Collection<LevelKey> levels) {
        var inTransit = inTransit(levels);
        var found = jdbc.sql(SITUATIONS + """
                          join unnest(?::text[], ?::text[]) as wanted (sku, location)
                            on wanted.sku = rule.sku and wanted.location = rule.location
                         where active
                         order by rule.sku, rule.location, rule.rule_id
                        """)
                .param(Columns.texts(levels, LevelKey::sku))
                .param(Columns.texts(levels, LevelKey::location))
                .query(PostgresSituations::situation)
                .list();
        return expecting(inTransit, found);
    }

    /** Rules are locked by level and name, so that nobody waits in a circle; the look comes after the lock. */
    @Override
    public List<Situation> locked(Collection<LevelKey> levels) {
        jdbc.sql("""
                        select rule.rule_id
                          from replenishment_rule rule
                          join unnest(?::text[], ?::text[]) as wanted (sku, location)
                            on wanted.sku = rule.sku and wanted.location = rule.location
                         where active
                         order by rule.sku, rule.location, rule.rule_id
                           for update of rule
                        """)
                .param(Columns.texts(levels, LevelKey::sku))
                .param(Columns.texts(levels, LevelKey::location))
                .query(String.class)
                .list();
        return of(levels);
    }

    /** No more than a look: what is in transit is read when it is known of which products. */
    @Override
    public List<Situation> after(String ruleId, int limit) {
        var found = jdbc.sql(SITUATIONS + " where active and rule.rule_id > ? order by rule.rule_id limit ?")
                .param(ruleId)
                .param(limit)
                .query(PostgresSituations::situation)
                .list();
        return expecting(inTransit(found.stream().map(Situation::key).toList()), found);
    }

    private Map<LevelKey, Long> inTransit(Collection<LevelKey> levels) {
        return transfers.of(levels.stream().map(LevelKey::sku).distinct().toList());
    }

    private static List<Situation> expecting(Map<LevelKey, Long> inTransit, List<Situation> found) {
        return found.stream()
                .map(situation -> situation.expecting(inTransit.getOrDefault(situation.key(), 0L)))
                .toList();
    }

    private static Situation situation(ResultSet row, int number) throws SQLException {
        var rule = RuleRows.rule(row, number);
        var position = new Position(
                row.getLong("available"),
                row.getLong("shortfall"),
                row.getLong("incoming"),
                row.getLong("safety_stock"));
        return new Situation(rule, position, PostgresForecasts.forecastOrNull(rule.key(), row), row.getBoolean("open"));
    }
}
