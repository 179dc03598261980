package com.rebatesuite.deploy.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The servers tests run against: one of each per test JVM, started when first asked for, gone with the JVM. With the
 * system property {@code backends=docker} they are containers instead of local processes.
 */
public final class Backends {

    private static final List<String> KAFKA_JVM =
            List.of("-Xmx384m", "-Xms128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> CASSANDRA_JVM = List.of(
            "-Xmx640m",
            "-Xms640m",
            "-Xmn160m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxDirectMemorySize=256m");

    private static final Shared<KafkaBackend> KAFKA = new Shared<>(Backends::newKafka);
    private static final Shared<PostgresBackend> POSTGRES = new Shared<>(Backends::newPostgres);
    private static final Shared<RedisBackend> REDIS = new Shared<>(Backends::newRedis);
    private static final Shared<CassandraBackend> CASSANDRA = new Shared<>(Backends::newCassandra);
    private static final Shared<Issuer> ISSUER = new Shared<>(Issuer::new);

    private Backends() {}

    /** Kafka with all topics of the contracts. */
    public static KafkaBackend kafka() {
        return KAFKA.started();
    }

    /** PostgreSQL; databases are created as they are asked for. */
    public static PostgresBackend postgres() {
        return POSTGRES.started();
    }

    /** Redis. */
    public static RedisBackend redis() {
        return REDIS.started();
    }

    /** Cassandra. */
    public static CassandraBackend cassandra() {
        return CASSANDRA.started();
    }

    /** An issuer of tokens. */
    public static Issuer issuer() {
        return ISSUER.started();
    }

    private static KafkaBackend newKafka() {
        return docker()
                ? new DockerBackends.Kafka(Topics.ofContracts())
                : new LocalKafka(throwAway("kafka", KAFKA_JVM), Installation.freePort(), Topics.ofContracts());
    }

    private static PostgresBackend newPostgres() {
        return docker() ? new DockerBackends.Postgres() : new LocalPostgres(throwAway("postgres", List.of()));
    }

    private static RedisBackend newRedis() {
        return docker() ? new DockerBackends.Redis() : new LocalRedis(throwAway("redis", List.of()));
    }

    private static CassandraBackend newCassandra() {
        return docker()
                ? new DockerBackends.Cassandra()
                : new LocalCassandra(throwAway("cassandra", CASSANDRA_JVM), Installation.freePort());
    }

    private static boolean docker() {
        return "docker".equals(System.getProperty("backends"));
    }

    private static ServerSettings throwAway(String name, List<String> jvmOptions) {
        try {
            var directory = Files.createTempDirectory("rebate-suite-" + name);
            return new ServerSettings(
                    directory, directory.resolve("server.log"), Installation.freePort(), false, true, jvmOptions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts its server for the first who asks; later on a test that stopped it starts it again itself. */
    private static final class Shared<B extends Backend> {

        private final Supplier<B> make;
        private @Nullable B backend;

        Shared(Supplier<B> make) {
            this.make = make;
        }

        synchronized B started() {
            if (backend == null) {
                var made = make.get();
                made.start();
                backend = made;
            }
            return backend;
        }
    }
}
