package com.rebatesuite.rebate.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.RebateServiceApplication;
import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.view.Views;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is: facts go into the topic orders, and are done when they can be read from Cassandra. */
final class Product implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final ConfigurableApplicationContext application;
    private final Producer<String, byte[]> producer;
    private final Timer readable;
    private final Views views;
    private volatile @Nullable Exception failure;

    Product(String bootstrapServers, String contactPoint, Path state, int threads, Producer<String, byte[]> producer) {
        this.producer = producer;
        application = SpringApplication.run(
                RebateServiceApplication.class,
                "--spring.cloud.stream.kafka.binder.brokers=" + bootstrapServers,
                "--store.contact-points=" + contactPoint,
                "--store.create-keyspace=true",
                "--store.consistency=LOCAL_ONE",
                "--STATE_DIR=" + state,
                "--LEDGER_THREADS=" + threads,
                "--quote.keys=bench:YmVuY2gtcXVvdGVzLTAxMjM0NTY3ODlhYmNkZWZnaGlq",
                "--payout.webhook.secrets=whsec_bG9jYWwtcGF5b3V0LXdlYmhvb2stc2VjcmV0",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://localhost:9",
                "--eureka.client.enabled=false",
                "--server.port=0",
                "--management.server.port=0",
                "--management.tracing.sampling.probability=0",
                "--spring.main.banner-mode=off",
                "--logging.level.root=off");
        var meters = application.getBean(MeterRegistry.class);
        views = application.getBean(Views.class);
        send(new ProducerRecord<>(
                "rebate-rules", "groceries-3", Contracts.example("rebate-rule").getBytes(UTF_8)));
        var rules = application.getBean(AppliedRules.class);
        await(() -> rules.find("groceries-3").isPresent(), "the rule does not arrive");
        await(() -> meters.find("rebates.projection.lag").timer() != null, "the projection does not start");
        readable = meters.get("rebates.projection.lag").timer();
    }

    /** Nanoseconds from the first fact that is sent until the last is readable. */
    long decide(List<ProducerRecord<String, byte[]>> facts) {
        long expected = readable.count() + facts.size();
        long begin = System.nanoTime();
        facts.forEach(this::send);
        await(() -> readable.count() >= expected, "facts are not decided");
        return System.nanoTime() - begin;
    }

    /** Nanoseconds from an order of a newcomer until his balance is readable. */
    long decide(ProducerRecord<String, byte[]> order) {
        long begin = System.nanoTime();
        send(order);
        await(() -> views.account(order.key()).version() > 0, "the balance is not readable");
        return System.nanoTime() - begin;
    }

    private void send(ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record, (sent, failed) -> failure = failed == null ? failure : failed);
    }

    private void await(BooleanSupplier condition, String otherwise) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || failure != null) {
                throw new IllegalStateException(otherwise, failure);
            }
            LockSupport.parkNanos(500_000);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
