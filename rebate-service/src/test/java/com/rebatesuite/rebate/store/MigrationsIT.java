package com.rebatesuite.rebate.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class MigrationsIT {

    @Test
    void appliesEachFileOnceAndRefusesOneThatHasChanged() {
        var session = TestStore.connected().session();
        new Migrations(session).run();
        assertThat(session.execute("SELECT name FROM migration").all())
                .extracting(row -> row.getString("name"))
                .contains("0001-generation.cql", "views/0001-views.cql");

        var checksum = requireNonNull(
                        session.execute("SELECT checksum FROM migration WHERE name = 'views/0001-views.cql'")
                                .one())
                .getString("checksum");
        session.execute("UPDATE migration SET checksum = 'another' WHERE name = 'views/0001-views.cql'");
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new Migrations(session).run())
                    .withMessageContaining("views/0001-views.cql");
        } finally {
            session.execute("UPDATE migration SET checksum = '" + checksum + "' WHERE name = 'views/0001-views.cql'");
        }
    }

    @Test
    void tellsHowTheDriverIsDoing() {
        TestStore.connected().session().execute("SELECT name FROM migration");

        assertThat(TestStore.METERS.find("cassandra.session.cql-requests").timer())
                .satisfies(requests -> assertThat(requests.count()).isPositive());
        assertThat(TestStore.METERS
                        .find("cassandra.nodes.pool.open-connections")
                        .gauges())
                .isNotEmpty();
    }
}
