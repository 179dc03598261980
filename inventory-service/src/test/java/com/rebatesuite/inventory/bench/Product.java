package com.rebatesuite.inventory.bench;

import com.rebatesuite.deploy.backends.RedisBackend;
import com.rebatesuite.inventory.InventoryApplication;
import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.inventory.view.ReadLevels;
import com.rebatesuite.platform.event.EventIds;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service as it is, without HTTP in front of it and without Kafka behind its outbox. */
final class Product implements AutoCloseable {

    private static final int LINES = 1_000;

    private final ConfigurableApplicationContext application;
    private final GroupCommit commit;
    private final ReadLevels levels;
    private final CircuitBreaker breaker;
    private final JdbcClient jdbc;
    private final MeterRegistry meters;
    private final EventIds ids;
    private final RedisBackend redis;

    Product(String url, RedisBackend redis, int skus) {
        this.redis = redis;
        application = SpringApplication.run(
                InventoryApplication.class,
                "--spring.datasource.url=" + url,
                "--spring.data.redis.host=localhost",
                "--spring.data.redis.port=" + redis.port(),
                "--spring.cloud.function.definition=",
                "--spring.cloud.stream.function.autodetect=false",
                "--outbox.relay=false",
                "--eureka.client.enabled=false",
                "--server.port=0",
                "--management.server.port=0",
                "--management.tracing.sampling.probability=0",
                "--spring.main.banner-mode=off",
                "--logging.level.root=off");
        commit = application.getBean(GroupCommit.class);
        levels = application.getBean(ReadLevels.class);
        breaker = application.getBean(CircuitBreakerRegistry.class).circuitBreaker("stock-view");
        jdbc = application.getBean(JdbcClient.class);
        ids = application.getBean(EventIds.class);
        meters = application.getBean(MeterRegistry.class);
        for (int from = 0; from < skus; from += LINES) {
            receive(from, Math.min(skus, from + LINES));
        }
    }

    private void receive(int from, int to) {
        var lines = IntStream.range(from, to)
                .mapToObj(sku -> new Line(LevelKey.main("sku-" + sku), 1_000_000_000))
                .toList();
        commit.decide(new StockCommand.Receive(new Origin("receipt/" + from, "bench", "bench"), lines, false));
    }

    /** A hold as order-service asks for it: of a new order, whose id is younger than those before, by a user of its own. */
    void reserve(String sku, long quantity) {
        var asked = new Asked(UUID.randomUUID().toString(), List.of(Demand.of(sku, quantity)));
        var hold = new StockCommand.Hold(ids.next(), asked, "bench");
        if (!(commit.decide(hold) instanceof Outcome.Reserved reserved)
                || reserved.reservation().status() != Status.HELD) {
            throw new IllegalStateException("not reserved: " + sku);
        }
    }

    void read(List<String> skus) {
        if (levels.ofSkus(skus).size() != skus.size()) {
            throw new IllegalStateException("not found: " + skus);
        }
    }

    /** The relay would have sent and deleted the events by now, and the server would have looked at what the tables are like. */
    Object settle() {
        jdbc.sql("truncate outbox").update();
        return jdbc.sql("analyze").update();
    }

    /** All products are in Redis, and are read from there. */
    Object withView(List<String> skus) {
        redis.start();
        awaitBreaker(CircuitBreaker.State.CLOSED, skus);
        for (int from = 0; from < skus.size(); from += LINES) {
            levels.ofSkus(skus.subList(from, Math.min(skus.size(), from + LINES)));
        }
        return skus;
    }

    /** Redis is gone, and nobody asks it any more. */
    Object withoutView(List<String> skus) {
        redis.kill();
        awaitBreaker(CircuitBreaker.State.OPEN, skus);
        return skus;
    }

    /** Where the time of a batch goes, on average since the start. */
    String batches() {
        var batch = meters.get("stock.commit.batch").summary();
        return "batches: %.1f commands; booked in %.2f ms, of which deciding takes %.2f ms; waited for %.2f ms"
                .formatted(batch.mean(), millis("book"), millis("decide"), millis("wait"));
    }

    private double millis(String what) {
        return meters.get("stock.commit." + what).timer().mean(TimeUnit.MILLISECONDS);
    }

    private void awaitBreaker(CircuitBreaker.State state, List<String> skus) {
        while (breaker.getState() != state) {
            levels.ofSkus(skus.subList(0, 1));
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
