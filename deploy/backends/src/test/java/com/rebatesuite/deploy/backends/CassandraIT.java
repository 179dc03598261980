package com.rebatesuite.deploy.backends;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CassandraIT {

    @Test
    void keepsItsRowsWhenStoppedAndWhenKilled() {
        var cassandra = Backends.cassandra();
        try (var session = connect()) {
            session.execute("CREATE KEYSPACE kept WITH replication ="
                    + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
            session.execute("CREATE TABLE kept.words (id int PRIMARY KEY, word text)");
            session.execute("INSERT INTO kept.words (id, word) VALUES (1, 'before')");
        }

        cassandra.stop();
        cassandra.start();
        cassandra.kill();
        cassandra.start();

        try (var session = connect()) {
            var row = Objects.requireNonNull(
                    session.execute("SELECT word FROM kept.words WHERE id = 1").one());
            assertThat(row.getString("word")).isEqualTo("before");
        }
    }

    private static CqlSession connect() {
        var address = Backends.cassandra().contactPoint().split(":", -1);
        return CqlSession.builder()
                .addContactPoint(new InetSocketAddress(address[0], Integer.parseInt(address[1])))
                .withLocalDatacenter("datacenter1")
                .build();
    }
}
