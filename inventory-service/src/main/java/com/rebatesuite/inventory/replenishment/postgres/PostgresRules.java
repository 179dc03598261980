package com.rebatesuite.inventory.replenishment.postgres;

import com.rebatesuite.inventory.replenishment.Rule;
import com.rebatesuite.inventory.replenishment.Rules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Rules in PostgreSQL. */
@Component("replenishmentRules")
class PostgresRules implements Rules {

    private final JdbcClient jdbc;

    PostgresRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Rule> of(String id) {
        return jdbc.sql("select * from replenishment_rule where rule_id = ?")
                .param(id)
                .query(RuleRows::rule)
                .optional();
    }

    @Override
    public List<Rule> after(String id, @Nullable String sku, int limit) {
        return jdbc.sql("""
                        select * from replenishment_rule
                         where rule_id > ? and (?::text is null or sku = ?)
                         order by rule_id
                         limit ?
                        """)
                .param(id)
                .param(sku)
                .param(sku)
                .param(limit)
                .query(RuleRows::rule)
                .list();
    }

    @Override
    public Optional<Rule> create(Rule rule) {
        var insert = jdbc.sql("""
                insert into replenishment_rule (sku, location, min, max, multiple, minimum_order, lead_time_seconds,
                       supplier, mode, service_level, active, rule_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict do nothing
                returning *
                """);
        return written(insert, rule).query(RuleRows::rule).optional();
    }

    @Override
    public Optional<Rule> replace(Rule rule) {
        var update = jdbc.sql("""
                update replenishment_rule
                   set sku = ?, location = ?, min = ?, max = ?, multiple = ?, minimum_order = ?, lead_time_seconds = ?,
                       supplier = ?, mode = ?, service_level = ?, active = ?,
                       version = nextval('replenishment_rule_version')
                 where rule_id = ? and version = ?
                returning *
                """);
        return written(update, rule).param(rule.version()).query(RuleRows::rule).optional();
    }

    @Override
    public boolean delete(String id, long version) {
        return jdbc.sql("delete from replenishment_rule where rule_id = ? and version = ?")
                        .param(id)
                        .param(version)
                        .update()
                == 1;
    }

    private static StatementSpec written(StatementSpec statement, Rule rule) {
        return statement
                .param(rule.key().sku())
                .param(rule.key().location())
                .param(rule.min())
                .param(rule.max())
                .param(rule.multiple())
                .param(rule.minimumOrder())
                .param(rule.leadTime().toSeconds())
                .param(rule.supplier())
                .param(rule.mode().wire())
                .param(rule.serviceLevel())
                .param(rule.active())
                .param(rule.id());
    }
}
