package com.rebatesuite.inventory.movement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.deploy.backends.Backends;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A journal that is already in use becomes one of months. */
class MonthlyJournalMigrationIT {

    private final DataSource dataSource = new DriverManagerDataSource(
            Backends.postgres().jdbcUrl("months_" + UUID.randomUUID().toString().replace('-', '_')),
            "postgres",
            "postgres");
    private final JdbcClient jdbc = JdbcClient.create(dataSource);

    @Test
    void everyRowFindsItsMonthAndEveryCauseStaysKnown() {
        migrate("2");
        book(1, "receipt", "receipt/1", "2026-01-31T23:59:59.999Z");
        book(2, "hold", "hold/1", "2026-02-01T00:00Z");
        book(3, "restock", "return/1", "2026-04-15T12:00Z");

        migrate("latest");

        assertThat(number("select count(*) from movement")).isEqualTo(3);
        assertThat(number("select count(*) from movement_2026_01")).isEqualTo(1);
        assertThat(number("select count(*) from movement_2026_02")).isEqualTo(1);
        assertThat(number("select count(*) from movement_2026_04")).isEqualTo(1);
        assertThat(number("select count(*) from movement_default")).isZero();
        assertThat(jdbc.sql("select cause from booked_cause order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("receipt/1", "return/1");
        assertThatThrownBy(() -> book(3, "restock", "return/2", "2026-04-16T12:00Z"))
                .hasMessageContaining("movement_2026_04_pkey");
        assertThatThrownBy(() -> jdbc.sql("delete from movement").update()).hasMessageContaining("append-only");
    }

    private void book(int sequence, String reason, String cause, String at) {
        jdbc.sql("""
                        insert into movement (id, sku, location, sequence, reason, reference, cause, actor,
                            on_hand_delta, held_delta, damaged_delta, on_hand, held, damaged, recorded_at)
                        values (?, 'TEA', 'main', ?, ?, 'r', ?, 'a', 1, 0, 0, ?, 0, 0, ?::timestamptz)
                        """)
                .params(UUID.randomUUID(), sequence, reason, cause, sequence, at)
                .update();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
