package com.rebatesuite.rebate.store;

import com.rebatesuite.deploy.backends.Backends;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The real store on the Cassandra of the tests, in a keyspace of its own. */
public final class TestStore {

    static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    private static final CassandraStore STORE = new CassandraStore(properties("rebate_views"), METERS);

    private TestStore() {}

    public static synchronized Store connected() {
        if (!STORE.isRunning()) {
            STORE.start();
            Runtime.getRuntime().addShutdownHook(new Thread(STORE::stop));
        }
        // Every time: whoever waited first may have failed to.
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(STORE::connected);
        return STORE;
    }

    static StoreProperties properties(String keyspace) {
        return new StoreProperties(
                List.of(Backends.cassandra().contactPoint()),
                "datacenter1",
                keyspace,
                true,
                "LOCAL_ONE",
                Duration.ofSeconds(5),
                Duration.ofMillis(200));
    }
}
