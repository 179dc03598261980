package com.rebatesuite.deploy.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One Cassandra node that is its whole cluster. */
public final class LocalCassandra extends LocalServer implements CassandraBackend {

    private static final String SHIM = "org/apache/cassandra/security/ThreadAwareSecurityManager.class";

    /** An OPTIONS request of the native protocol, version 4; the answer comes from the same version's server side. */
    private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

    private static final int ANSWER_V4 = 0x84;

    private final int storagePort;

    /** Describes the node; nothing is started yet. The storage port is for other nodes, of which there are none. */
    public LocalCassandra(ServerSettings settings, int storagePort) {
        super("Cassandra", settings);
        this.storagePort = storagePort;
    }

    @Override
    public String contactPoint() {
        return "localhost:" + settings().port();
    }

    @Override
    void prepare() throws IOException {
        // Cassandra 5.0 asks for a SecurityManager, which JDK 24 took away: a class of that name that does nothing.
        Installation.copy("/" + SHIM, shim().resolve(SHIM));
        Installation.copy("cassandra-logback.xml", logging());
        Files.writeString(yaml(), nodeYaml());
    }

    @Override
    List<String> command() {
        var options = new ArrayList<>(List.of(
                "-Dcassandra.config=" + yaml().toUri(),
                "-Dcassandra.storagedir=" + settings().data(),
                "-Dcassandra.ring_delay_ms=0",
                "-Dcassandra.skip_wait_for_gossip_to_settle=0",
                "-Dcassandra.superuser_setup_delay_ms=0",
                "-Dcassandra.jmx.local.port=0",
                "-Dcassandra.initial_token=0",
                "-Dlogback.configurationFile=" + logging(),
                "-Djava.awt.headless=true",
                "-Djdk.attach.allowAttachSelf=true",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        EXPORTS.forEach(name -> options.add("--add-exports=" + name + "=ALL-UNNAMED"));
        OPENS.forEach(name -> options.add("--add-opens=" + name + "=ALL-UNNAMED"));
        if (Runtime.version().feature() < 23) {
            options.remove("--sun-misc-unsafe-memory-access=allow");
        }
        options.addAll(settings().jvmOptions());
        return Installation.java("cassandra", List.of(shim()), options, "org.apache.cassandra.service.CassandraDaemon");
    }

    @Override
    void probe() throws IOException {
        Probes.ask(settings().port(), OPTIONS, ANSWER_V4);
    }

    private Path shim() {
        return settings().directory().resolve("shim");
    }

    private Path yaml() {
        return settings().directory().resolve("cassandra.yaml");
    }

    private Path logging() {
        return settings().directory().resolve("logback.xml");
    }

    private String nodeYaml() {
        return """
                cluster_name: rebate-suite
                num_tokens: 1
                partitioner: org.apache.cassandra.dht.Murmur3Partitioner
                endpoint_snitch: SimpleSnitch
                seed_provider:
                  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
                    parameters:
                      - seeds: "127.0.0.1:%2$d"
                listen_address: 127.0.0.1
                storage_port: %2$d
                ssl_storage_port: %2$d
                rpc_address: 127.0.0.1
                native_transport_port: %1$d
                start_native_transport: true
                auto_bootstrap: false
                hinted_handoff_enabled: false
                data_file_directories:
                  - %3$s/tables
                commitlog_directory: %3$s/commitlog
                saved_caches_directory: %3$s/saved_caches
                hints_directory: %3$s/hints
                cdc_raw_directory: %3$s/cdc
                commitlog_sync: %4$s
                commitlog_segment_size: 8MiB
                commitlog_total_space: 256MiB
                memtable_allocation_type: offheap_objects
                memtable_heap_space: 96MiB
                memtable_offheap_space: 192MiB
                key_cache_size: 8MiB
                counter_cache_size: 0MiB
                file_cache_enabled: false
                networking_cache_size: 16MiB
                concurrent_reads: 8
                concurrent_writes: 16
                concurrent_compactors: 1
                auto_snapshot: false
                snapshot_before_compaction: false
                disk_failure_policy: stop
                commit_failure_policy: stop
                """.formatted(settings().port(), storagePort, settings().data(), commitLogSync());
    }

    private String commitLogSync() {
        // "group" answers after the fsync, one for all writers of the window; "periodic" up to ten seconds before it.
        return settings().durable()
                ? "group\ncommitlog_sync_group_window: 5ms"
                : "periodic\ncommitlog_sync_period: 10000ms";
    }

    private static final List<String> EXPORTS = List.of(
            "java.base/jdk.internal.misc",
            "java.base/jdk.internal.ref",
            "java.base/sun.nio.ch",
            "java.management.rmi/com.sun.jmx.remote.internal.rmi",
            "java.rmi/sun.rmi.registry",
            "java.rmi/sun.rmi.server",
            "java.rmi/sun.rmi.transport.tcp",
            "java.sql/java.sql",
            "java.base/java.lang.ref",
            "jdk.unsupported/sun.misc",
            "jdk.attach/sun.tools.attach");

    private static final List<String> OPENS = Stream.of(
                    "java.lang",
                    "java.lang.module",
                    "java.lang.reflect",
                    "java.io",
                    "java.math",
                    "java.net",
                    "java.nio",
                    "java.nio.charset",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "jdk.internal.loader",
                    "jdk.internal.math",
                    "jdk.internal.misc",
                    "jdk.internal.module",
                    "jdk.internal.ref",
                    "jdk.internal.reflect",
                    "jdk.internal.util.jar",
                    "sun.nio.ch")
            .map(name -> "java.base/" + name)
            .toList();
}
