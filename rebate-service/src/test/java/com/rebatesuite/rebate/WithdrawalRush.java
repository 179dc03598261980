package com.rebatesuite.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Shoppers who want their money now, and ask another replica with the same key when one does not answer. */
final class WithdrawalRush {

    static final int AMOUNT = 500;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<KillableService> replicas;
    private final ExecutorService threads;
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    WithdrawalRush(List<KillableService> replicas, ExecutorService threads) {
        this.replicas = replicas;
        this.threads = threads;
    }

    /** All at once; each is answered in the end. */
    List<? extends Future<?>> begin(List<String> users, String key) {
        return users.stream().map(user -> threads.submit(() -> ask(user, key))).toList();
    }

    /** The ids of the withdrawals that were promised. */
    Collection<String> promised() {
        return answered.values();
    }

    private void ask(String user, String key) {
        // Half of them meet this replica first, half of them the other.
        var attempt = new AtomicInteger(user.hashCode() & 1);
        Awaitility.await().atMost(PATIENCE).until(() -> isAnswered(user, key, attempt.getAndIncrement()));
    }

    private boolean isAnswered(String user, String key, int attempt) {
        try {
            var answer = request(replicas.get(attempt % replicas.size()), user, key);
            assertThat(answer.statusCode()).as(answer.body()).isIn(201, 202, 503);
            if (answer.statusCode() == 503) {
                return false;
            }
            var place = answer.headers().firstValue("Location").orElseThrow();
            answered.put(user + " " + key, place.substring(place.lastIndexOf('/') + 1));
            return true;
        } catch (IOException killed) {
            return false;
        }
    }

    private static HttpResponse<String> request(KillableService replica, String user, String key) throws IOException {
        return KillableService.exchange(replica.request("/api/rebates/withdrawals")
                .header("Authorization", "Bearer " + Backends.issuer().token(user, "shop"))
                .header("Idempotency-Key", key)
                .header("Prefer", "wait=2")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"amount\":{\"currency\":\"GBP\",\"minor\":" + AMOUNT + "}}")));
    }
}
