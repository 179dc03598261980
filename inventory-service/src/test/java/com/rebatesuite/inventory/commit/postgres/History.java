package com.rebatesuite.inventory.commit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.commit.StockFixture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What clients have seen: every command with the moments at which it was first sent and last answered. Against the
 * journal, which says in which order the movements of a product were committed, it is checked as an interval argument: a
 * movement was committed between the sending of its command and its answer, not before what precedes it in the journal was
 * sent, and not after what follows it was answered.
 */
final class History {

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    void add(Call call) {
        calls.add(call);
    }

    Collection<Call> calls() {
        return calls;
    }

    /** The order of the journal is one in which it can all have happened one after the other. */
    void assertLinearizable(Map<String, List<Row>> journal) {
        var byCause = new HashMap<String, Call>();
        calls.forEach(call -> byCause.put(call.cause(), call));
        journal.forEach((sku, rows) -> {
            var moments = new Moments(rows, byCause);
            moments.assertInOrder(sku);
            calls.forEach(call -> call.refusals().stream()
                    .filter(refusal -> refusal.sku().equals(sku))
                    .forEach(refusal -> {
                        assertThat(refusal.available())
                                .as("%s is refused for a shortage", call)
                                .isLessThan(refusal.requested());
                        assertThat(moments.couldSee(refusal.available(), call))
                                .as("%s: at some point of it so many of %s were available", call, sku)
                                .isTrue();
                    }));
        });
    }

    /** A command: {@code last} is {@link Long#MAX_VALUE} and the answer null when nobody ever answered. */
    record Call(
            String what,
            long order,
            Map<String, Long> units,
            long first,
            long last,
            @Nullable String answer) {

        String cause() {
            return what + "/" + StockFixture.order(order);
        }

        Optional<String> status() {
            return Optional.ofNullable(answer).map(text -> text.substring(0, text.indexOf(' ')));
        }

        List<Refusal> refusals() {
            if (answer == null || !answer.startsWith("refused ")) {
                return List.of();
            }
            var refusals = new ArrayList<Refusal>();
            for (var missing : answer.substring("refused ".length()).split(",", -1)) {
                var parts = missing.split(":", -1);
                refusals.add(new Refusal(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
            }
            return refusals;
        }
    }

    record Refusal(String sku, long requested, long available) {}

    /** A movement of the journal: its cause, and how much was available after it. */
    record Row(String cause, long available) {}

    /** Between which moments each movement of one product was committed. */
    private static final class Moments {

        private final List<Row> rows;
        private final long[] notBefore;
        private final long[] notAfter;

        Moments(List<Row> rows, Map<String, Call> byCause) {
            this.rows = rows;
            this.notBefore = new long[rows.size()];
            this.notAfter = new long[rows.size() + 1];
            long latest = Long.MIN_VALUE;
            for (int row = 0; row < rows.size(); row++) {
                var call = byCause.get(rows.get(row).cause());
                latest = call == null ? latest : Math.max(latest, call.first());
                notBefore[row] = latest;
            }
            long earliest = Long.MAX_VALUE;
            notAfter[rows.size()] = earliest;
            for (int row = rows.size() - 1; row >= 0; row--) {
                var call = byCause.get(rows.get(row).cause());
                earliest = call == null ? earliest : Math.min(earliest, call.last());
                notAfter[row] = earliest;
            }
        }

        /** What was answered before another command was even sent precedes it in the journal. */
        void assertInOrder(String sku) {
            for (int row = 0; row < rows.size(); row++) {
                assertThat(notBefore[row])
                        .as("movement %d of %s, %s, in real time", row, sku, rows.get(row))
                        .isLessThanOrEqualTo(notAfter[row]);
            }
        }

        /** Whether there is a state with so many that was left not before the call was sent and reached before its answer. */
        boolean couldSee(long available, Call call) {
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row).available() == available
                        && notBefore[row] <= call.last()
                        && call.first() <= notAfter[row + 1]) {
                    return true;
                }
            }
            return false;
        }
    }
}
