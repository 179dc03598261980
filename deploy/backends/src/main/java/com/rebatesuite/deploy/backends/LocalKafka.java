package com.rebatesuite.deploy.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** One Kafka node that is broker and controller (KRaft), with the topics of the contracts. */
public final class LocalKafka extends LocalServer implements KafkaBackend {

    private static final short ONE_NODE = 1;

    private final Topics topics;
    private final int controllerPort;

    /** Describes the node; nothing is started yet. */
    public LocalKafka(ServerSettings settings, int controllerPort, Topics topics) {
        super("Kafka", settings);
        this.controllerPort = controllerPort;
        this.topics = topics;
    }

    @Override
    public String bootstrapServers() {
        return "localhost:" + settings().port();
    }

    @Override
    void prepare() throws IOException {
        Installation.copy("kafka-log4j2.properties", logging());
        Files.writeString(properties(), serverProperties());
        if (!Files.exists(settings().data().resolve("meta.properties"))) {
            run(java(
                    "kafka.tools.StorageTool",
                    "format",
                    "-t",
                    Uuid.randomUuid().toString(),
                    "-c",
                    properties().toString()));
        }
    }

    @Override
    List<String> command() {
        return java("kafka.Kafka", properties().toString());
    }

    private List<String> java(String mainClass, String... args) {
        var options = new java.util.ArrayList<String>();
        options.add("-Dlog4j2.configurationFile=" + logging());
        options.addAll(settings().jvmOptions());
        return Installation.java("kafka", List.of(), options, mainClass, args);
    }

    @Override
    void probe() throws Exception {
        Probes.connect(settings().port());
        try (var admin = admin()) {
            admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
        }
    }

    @Override
    void ready() {
        try (var admin = admin()) {
            topics.createMissing(admin, ONE_NODE);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    private Path properties() {
        return settings().directory().resolve("server.properties");
    }

    private Path logging() {
        return settings().directory().resolve("log4j2.properties");
    }

    private String serverProperties() {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=BROKER://localhost:%1$d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=6
                offsets.topic.num.partitions=6
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=6
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=1000
                log.cleaner.dedupe.buffer.size=16777216
                log.index.size.max.bytes=1048576
                num.network.threads=2
                num.io.threads=4
                num.recovery.threads.per.data.dir=4
                queued.max.requests=100
                """.formatted(settings().port(), controllerPort, settings().data());
    }
}
