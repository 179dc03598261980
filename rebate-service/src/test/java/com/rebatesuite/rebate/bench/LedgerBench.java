package com.rebatesuite.rebate.bench;

import com.datastax.oss.driver.api.core.CqlSession;
import com.rebatesuite.deploy.backends.LocalCassandra;
import com.rebatesuite.deploy.backends.LocalKafka;
import com.rebatesuite.deploy.backends.ServerSettings;
import com.rebatesuite.deploy.backends.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/bench/run ledger}: starts a Kafka and a Cassandra of its own, and measures the ledger from end to end. */
@Command(
        name = "deploy/bench/run ledger",
        description =
                "Measures facts that are decided and readable in Cassandra against a bare producer and driver that"
                        + " write the same rows, and the time from a fact to the readable balance.",
        sortOptions = false)
public final class LedgerBench implements Callable<Integer> {

    private static final List<String> KAFKA_MEMORY = List.of("-Xmx512m", "-XX:+UseSerialGC");
    private static final List<String> CASSANDRA_MEMORY =
            List.of("-Xms1g", "-Xmx1g", "-Xmn256m", "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=512m");

    @Option(names = "--facts", paramLabel = "N", description = "facts per round (default: ${DEFAULT-VALUE})")
    int facts = 50_000;

    @Option(names = "--users", paramLabel = "N", description = "shoppers per round (default: ${DEFAULT-VALUE})")
    int users = 5_000;

    @Option(names = "--rounds", paramLabel = "N", description = "turns per side (default: ${DEFAULT-VALUE})")
    int rounds = 3;

    @Option(names = "--warm-up", paramLabel = "N", description = "rounds before them (default: ${DEFAULT-VALUE})")
    int warmUp = 2;

    @Option(names = "--threads", paramLabel = "N", description = "of the ledger (default: ${DEFAULT-VALUE})")
    int threads = 1;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "orders per second while latency is measured (default: ${DEFAULT-VALUE})")
    int rate = 100;

    @Option(names = "--seconds", paramLabel = "S", description = "of measuring latency (default: ${DEFAULT-VALUE})")
    int seconds = 20;

    @Option(names = "--alone", description = "without the other side: to look at where the ledger's time goes")
    boolean alone;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    private final PrintStream out = System.out;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new LedgerBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        var kafka = new LocalKafka(settings("kafka", KAFKA_MEMORY), freePort(), Topics.ofContracts());
        var cassandra = new LocalCassandra(settings("cassandra", CASSANDRA_MEMORY), freePort());
        kafka.start();
        cassandra.start();
        try (var facts = producer(kafka, new StringSerializer());
                var product = new Product(
                        kafka.bootstrapServers(), cassandra.contactPoint(), temporary("state"), threads, facts);
                var session = session(cassandra);
                var rows = producer(kafka, new ByteArraySerializer())) {
            makeTopic(kafka);
            try (var plain = new PlainWriter(session, kafka.bootstrapServers(), rows)) {
                throughput(product, plain, session);
            }
            new Latency(out, product, rate, seconds).run(new Facts(users));
        } finally {
            cassandra.stop();
            kafka.stop();
        }
        return 0;
    }

    private void throughput(Product product, PlainWriter plain, CqlSession session) {
        out.printf(
                "%d processors, load %.1f, %d thread(s) of the ledger, %,d facts of %,d shoppers a round%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                threads,
                facts,
                users);
        var shoppers = new Facts(users);
        var ours = new double[rounds];
        var theirs = new double[rounds];
        for (int round = -warmUp; round < rounds; round++) {
            var prefix = "round" + (round + warmUp) + "-";
            double ofLedger = perSecond(product.decide(shoppers.next(prefix, facts)));
            if (alone) {
                out.printf("  %s: ledger %,.0f facts/s%n", name(round), ofLedger);
                continue;
            }
            var rows = StoredRows.of(session, prefix);
            double ofPlain = perSecond(plain.write(rows));
            out.printf(
                    "  %s: ledger %,.0f, plain %,.0f facts/s (%.1f rows each)%n",
                    name(round), ofLedger, ofPlain, rows.size() / (double) facts);
            if (round >= 0) {
                ours[round] = ofLedger;
                theirs[round] = ofPlain;
            }
        }
        if (!alone) {
            print(ours, theirs);
        }
    }

    private void print(double[] ours, double[] theirs) {
        out.printf("facts per second, median of %d rounds%n", rounds);
        out.printf("  %-58s %,9.0f%n", "ledger: decided exactly once, readable in Cassandra", median(ours));
        out.printf("  %-58s %,9.0f%n", "bare producer, consumer and driver: the same rows", median(theirs));
        out.printf("  %-58s %,9.2f%n", "ratio", median(ours) / median(theirs));
    }

    private static String name(int round) {
        return round < 0 ? "warming up" : "round " + (round + 1);
    }

    private double perSecond(long nanos) {
        return facts / (nanos / 1e9);
    }

    private static double median(double[] numbers) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static <K> KafkaProducer<K, byte[]> producer(LocalKafka kafka, Serializer<K> keys) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 5, "compression.type", "lz4"),
                keys,
                new ByteArraySerializer());
    }

    private static CqlSession session(LocalCassandra cassandra) {
        var contact = URI.create("cql://" + cassandra.contactPoint());
        return CqlSession.builder()
                .addContactPoint(new InetSocketAddress(contact.getHost(), contact.getPort()))
                .withLocalDatacenter("datacenter1")
                .build();
    }

    private static void makeTopic(LocalKafka kafka) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            int partitions = Topics.ofContracts().all().stream()
                    .filter(topic -> topic.name().equals("rebates"))
                    .findFirst()
                    .orElseThrow()
                    .partitions();
            admin.createTopics(List.of(new NewTopic(StoredRows.TOPIC, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static ServerSettings settings(String name, List<String> memory) throws IOException {
        var directory = temporary(name);
        return new ServerSettings(directory, directory.resolve("server.log"), freePort(), false, true, memory);
    }

    private static Path temporary(String name) throws IOException {
        return Files.createTempDirectory("rebate-suite-bench-" + name);
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
