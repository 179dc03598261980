package com.rebatesuite.deploy.backends;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.cassandra.CassandraContainer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The same servers as containers. Docker gives a restarted container new ports, so that stopping and killing here means
 * pausing: for clients the server is silent instead of gone.
 */
final class DockerBackends {

    private DockerBackends() {}

    abstract static class Container<C extends GenericContainer<?>> implements Backend {

        final C container;
        private boolean paused;

        Container(C container) {
            this.container = container;
        }

        @Override
        public synchronized void start() {
            if (paused) {
                container
                        .getDockerClient()
                        .unpauseContainerCmd(container.getContainerId())
                        .exec();
                paused = false;
                return;
            }
            container.start();
        }

        @Override
        public synchronized void stop() {
            container
                    .getDockerClient()
                    .pauseContainerCmd(container.getContainerId())
                    .exec();
            paused = true;
        }

        @Override
        public void kill() {
            stop();
        }
    }

    static final class Kafka extends Container<KafkaContainer> implements KafkaBackend {

        private final Topics topics;

        Kafka(Topics topics) {
            super(new KafkaContainer("apache/kafka:4.2.1"));
            this.topics = topics;
        }

        @Override
        public synchronized void start() {
            super.start();
            try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
                topics.createMissing(admin, (short) 1);
            }
        }

        @Override
        public String bootstrapServers() {
            return container.getBootstrapServers();
        }
    }

    static final class Postgres extends Container<PostgreSQLContainer> implements PostgresBackend {

        Postgres() {
            super(new PostgreSQLContainer("postgres:18")
                    .withUsername("postgres")
                    .withPassword("postgres"));
        }

        @Override
        public synchronized String jdbcUrl(String database) {
            var server = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
            LocalPostgres.createMissing(server, database);
            return server + database;
        }
    }

    static final class Redis extends Container<GenericContainer<?>> implements RedisBackend {

        Redis() {
            super(new GenericContainer<>("redis:7").withExposedPorts(6379));
        }

        @Override
        public int port() {
            return container.getMappedPort(6379);
        }
    }

    static final class Cassandra extends Container<CassandraContainer> implements CassandraBackend {

        Cassandra() {
            super(new CassandraContainer("cassandra:5.0"));
        }

        @Override
        public String contactPoint() {
            return container.getHost() + ":" + container.getMappedPort(9042);
        }
    }
}
