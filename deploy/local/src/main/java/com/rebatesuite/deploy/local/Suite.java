package com.rebatesuite.deploy.local;

import com.rebatesuite.deploy.backends.LocalCassandra;
import com.rebatesuite.deploy.backends.LocalKafka;
import com.rebatesuite.deploy.backends.LocalPostgres;
import com.rebatesuite.deploy.backends.LocalRedis;
import com.rebatesuite.deploy.backends.ServerSettings;
import com.rebatesuite.deploy.backends.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the suite is made of, with the ports and the memory each part gets. */
final class Suite {

    static final int GATEWAY = 8080;
    static final int IDENTITY = 9000;
    static final int DISCOVERY = 8761;

    static final int KAFKA = 19_092;
    static final int CASSANDRA = 19_042;
    static final int POSTGRES = 15_432;
    static final int REDIS = 16_379;

    /** What people call the services; these register with discovery under their names. */
    static final List<String> REGISTERED =
            List.of("gateway", "order-service", "inventory-service", "rebate-service", "analytics-service");

    private final Layout layout;
    private final Jvm jvm;
    private final Addresses addresses;

    Suite(Layout layout, Jvm jvm, Addresses addresses) {
        this.layout = layout;
        this.jvm = jvm;
        this.addresses = addresses;
    }

    /** All programs; the slowest to start come first. */
    List<Program> programs() {
        return List.of(
                cassandra(),
                kafka(),
                postgres(),
                redis(),
                service("discovery", Layer.FOUNDATION, Set.of(), DISCOVERY, 9761, 96, Map.of()),
                service(
                        "identity",
                        Layer.FOUNDATION,
                        Set.of(),
                        IDENTITY,
                        9900,
                        96,
                        Map.of(
                                "IDENTITY_KEYS",
                                layout.data("identity").resolve("keys.json").toString())),
                service(
                        "order-service",
                        Layer.SERVICE,
                        Set.of("kafka", "postgres"),
                        8081,
                        9081,
                        256,
                        Map.of("DATABASE_URL", addresses.database("orders"))),
                service(
                        "inventory-service",
                        Layer.SERVICE,
                        Set.of("kafka", "postgres", "redis"),
                        8082,
                        9082,
                        256,
                        Map.of("DATABASE_URL", addresses.database("inventory"))),
                service("gateway", Layer.DOOR, Set.of("redis"), GATEWAY, 9080, 192, Map.of()),
                service("rebate-service", Layer.SERVICE, Set.of("kafka", "cassandra"), 8083, 9083, 256, Map.of()),
                service("analytics-service", Layer.SERVICE, Set.of("kafka", "cassandra"), 8084, 9084, 256, Map.of()));
    }

    private Program kafka() {
        var settings = settings("kafka", KAFKA, jvm.options("-Xms192m", "-Xmx384m"));
        var controller = addresses.port(KAFKA + 1);
        var server = new LocalKafka(settings, controller, Topics.read(layout.topics()));
        return new BackendProgram("kafka", server, List.of(settings.port(), controller), () -> {});
    }

    private Program cassandra() {
        var memory = jvm.options("-Xms512m", "-Xmx512m", "-Xmn128m", "-XX:MaxDirectMemorySize=192m");
        var settings = settings("cassandra", CASSANDRA, memory);
        var storage = addresses.port(CASSANDRA + 1);
        var server = new LocalCassandra(settings, storage);
        return new BackendProgram("cassandra", server, List.of(settings.port(), storage), () -> {});
    }

    private Program postgres() {
        var server = new LocalPostgres(settings("postgres", POSTGRES, List.of()));
        return new BackendProgram(
                "postgres",
                server,
                List.of(addresses.port(POSTGRES)),
                () -> List.of("orders", "inventory").forEach(server::jdbcUrl));
    }

    private Program redis() {
        var server = new LocalRedis(settings("redis", REDIS, List.of()));
        return new BackendProgram("redis", server, List.of(addresses.port(REDIS)), () -> {});
    }

    private ServerSettings settings(String name, int port, List<String> jvmOptions) {
        return new ServerSettings(layout.data(name), layout.log(name), addresses.port(port), true, false, jvmOptions);
    }

    private ServiceProgram service(
            String name,
            Layer layer,
            Set<String> after,
            int port,
            int managementPort,
            int heapMb,
            Map<String, String> environment) {
        var all = new HashMap<>(common(name));
        all.put("SERVER_PORT", Integer.toString(addresses.port(port)));
        all.put("MANAGEMENT_SERVER_PORT", Integer.toString(addresses.port(managementPort)));
        all.putAll(environment);
        return new ServiceProgram(
                name,
                layer,
                after,
                addresses.port(port),
                addresses.port(managementPort),
                jvm.command(layout.program(name), heapMb),
                all,
                layout.data(name),
                layout.log(name));
    }

    private Map<String, String> common(String name) {
        return Map.of(
                "SPRING_PROFILES_ACTIVE",
                "local",
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:" + addresses.port(KAFKA),
                "REDIS_PORT",
                Integer.toString(addresses.port(REDIS)),
                "CASSANDRA_CONTACT_POINTS",
                "localhost:" + addresses.port(CASSANDRA),
                "CASSANDRA_CREATE_KEYSPACE",
                "true",
                "ISSUER_URI",
                addresses.identity(),
                "EUREKA_URL",
                "http://eureka:eureka@localhost:" + addresses.port(DISCOVERY) + "/eureka/",
                "STATE_DIR",
                layout.data(name).resolve("state").toString());
    }
}
