package com.rebatesuite.platform;

import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.outbox.Outbox;
import com.rebatesuite.platform.outbox.OutboxMessage;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every door, and a POST that can be slow, fail or be refused. */
@RestController
public class ThingController {

    public static final AtomicInteger CALLS = new AtomicInteger();
    public static final AtomicReference<@Nullable CountDownLatch> HOLD = new AtomicReference<>();

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    ThingController(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    @PostMapping("/api/things")
    ResponseEntity<ThingResponse> make(@Valid @RequestBody ThingRequest thing, IdempotentRequest request) {
        var made = request.answer(() -> made(thing));
        if (request.replayed() || !thing.name().startsWith("amended")) {
            return made;
        }
        return request.amend(ResponseEntity.ok(new ThingResponse(0, "better", clock.instant(), null)));
    }

    private ResponseEntity<ThingResponse> made(ThingRequest thing) {
        CALLS.incrementAndGet();
        var id = jdbc.sql("insert into thing (name) values (?) returning id")
                .param(thing.name())
                .query((row, number) -> row.getLong("id"))
                .single();
        if (thing.name().startsWith("event")) {
            outbox.write(List.of(new OutboxMessage(
                    thing.name(), "k", "thing-made.v1", String.valueOf(id), clock.instant(), Map.of("id", id))));
        }
        hold();
        if (thing.name().startsWith("crash")) {
            throw new IllegalStateException("crashed in the middle, secret: 42");
        }
        var response = new ThingResponse(id, thing.name(), clock.instant(), null);
        return thing.name().startsWith("refused")
                ? ResponseEntity.status(HttpStatus.CONFLICT).body(response)
                : ResponseEntity.created(URI.create("/api/things/" + id))
                        .eTag("\"1\"")
                        .body(response);
    }

    private static void hold() {
        // One request only: if the next one comes this far, its answer shows it.
        var latch = HOLD.getAndSet(null);
        if (latch == null) {
            return;
        }
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @GetMapping("/api/things/{id}")
    ResponseEntity<Long> one(@PathVariable long id) {
        if (id == 0) {
            throw Problems.refusal(Problems.of(HttpStatus.NOT_FOUND, "unknown-thing", "thing: 0 (expected: another)"));
        }
        if (id < 0) {
            throw new DataAccessResourceFailureException("connection to host=secret refused");
        }
        return ResponseEntity.ok(id);
    }

    @GetMapping("/api/things")
    List<String> page(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(200) int pageSize) {
        return Cursor.decode(cursor, 2).map(Cursor::parts).orElse(List.of(String.valueOf(pageSize)));
    }

    @GetMapping({"/api/me", "/ops/me", "/partners/me", "/internal/me", "/elsewhere"})
    Map<String, Object> me(Caller caller) {
        return Map.of("subject", caller.subject(), "operator", caller.operator());
    }

    @GetMapping({"/partners/who", "/api/who"})
    String partner(Caller caller) {
        return caller.partner();
    }

    @GetMapping("/webhooks/open")
    ProblemDetail open() {
        return Problems.of(HttpStatus.OK, "fine", "no token needed");
    }

    record ThingRequest(@NotBlank String name, @Min(1) int unitCount) {

        ThingRequest {
            if (unitCount > 1000) {
                throw new IllegalArgumentException("unit_count: " + unitCount + " (expected: 1..1000)");
            }
        }
    }

    record ThingResponse(
            long thingId,
            String name,
            Instant madeAt,
            @Nullable String absent) {}
}
