package com.rebatesuite.rebate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.store.Store;
import com.rebatesuite.rebate.view.Projections;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The views are made anew from the log while they are served, decisions keep coming, and the work is cut off twice. */
class RebuildIT extends RunningService {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Store store;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Projections projections;

    @Test
    void inv2_rebuildsEverythingFromTheLogWhileNewDecisionsArrive() {
        await().atMost(PATIENCE).until(this::ready);
        var users = IntStream.range(0, 100)
                .mapToObj(i -> "shopper-" + UUID.randomUUID())
                .toList();
        decide(users, 1, 3);
        users.forEach(user -> awaitVersion(user, 3));
        damage(users.getFirst());
        assertThat(version(users.getFirst())).isZero();

        var started =
                exchange(request("/ops/rebates/views/rebuild", operator()).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        var status = started.headers().firstValue("Location").orElseThrow();
        var deciding = CompletableFuture.runAsync(() -> decide(users, 4, 9));
        projections.run(Set.of());
        assertThat(version(users.getLast())).isGreaterThanOrEqualTo(3);
        deciding.join();
        projections.run(Set.of());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                tree(get(status, operator())).path("state").asString())
                        .isEqualTo("serving"));
        users.forEach(user -> awaitVersion(user, 9));
        users.forEach(
                user -> assertThat(balance(user).path("estimated").asInt()).isEqualTo(9));
        assertThat(tree(get("/ops/rebates/users/" + users.getFirst() + "/entries?page_size=200", operator()))
                        .path("items")
                        .size())
                .isEqualTo(9);
        assertThat(get("/ops/rebates/views/rebuild/999", operator()).statusCode())
                .isEqualTo(404);
        assertThat(exchange(request("/ops/rebates/views/rebuild", token("somebody"))
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
    }

    private void decide(List<String> users, int first, int last) {
        for (int version = first; version <= last; version++) {
            for (var user : users) {
                send("rebates", user, recording(user, version));
            }
        }
    }

    private void awaitVersion(String user, int version) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(version(user)).as(user).isEqualTo(version));
    }

    private int version(String user) {
        return tree(get("/ops/rebates/users/" + user + "/balance", operator()))
                .path("version")
                .asInt();
    }

    /** As nobody should: deletes what is served, with a timestamp that no version reaches. */
    private void damage(String user) {
        int served = store.session().execute("SELECT number, state FROM generation WHERE name = 'views'").all().stream()
                .filter(row -> "serving".equals(row.getString("state")))
                .mapToInt(row -> row.getInt("number"))
                .max()
                .orElseThrow();
        store.session()
                .execute("DELETE FROM balance" + Store.suffix(served)
                        + " USING TIMESTAMP 4000000000000000 WHERE user_id = '" + user + "'");
    }

    /** A penny more with each version. */
    private static byte[] recording(String user, int version) {
        return """
                {"type": "rebate-recorded.v2", "data": {"user_id": "%1$s", "sequence": %2$d,
                 "recorded_at": "2026-01-05T10:15:30Z",
                 "cause": {"source": "/order-service", "id": "%2$d", "type": "order-paid.v1"},
                 "entries": [{"sequence": %2$d, "kind": "earned", "order_id": "%1$s", "line": 1, "part": 1,
                   "from": "house", "to": "estimated", "amount": {"currency": "GBP", "minor": 1}, "steps": [],
                   "previous_hash": "", "hash": ""}],
                 "balances": [{"currency": "GBP", "estimated": %2$d, "confirmed": 0, "available": 0, "reserved": 0,
                   "paid": 0, "owed": 0, "lifetime": %2$d, "earned": %2$d, "reversed": 0}]}}""".formatted(user, version).getBytes(UTF_8);
    }
}
