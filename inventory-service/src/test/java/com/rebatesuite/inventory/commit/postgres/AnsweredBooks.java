package com.rebatesuite.inventory.commit.postgres;

import static com.rebatesuite.inventory.commit.StockFixture.order;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.commit.postgres.History.Call;
import com.rebatesuite.inventory.commit.postgres.History.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The books of a database against themselves, and against what clients were answered. */
final class AnsweredBooks {

    private final StockDatabase database;
    private final History history;

    AnsweredBooks(StockDatabase database, History history) {
        this.database = database;
        this.history = history;
    }

    void assertAddedUp() {
        assertThat(database.journal().verify(null).breaks()).as("INV-8").isEmpty();
        assertNone(
                "INV-7 at every step",
                "from movement where on_hand < 0 or held < 0 or damaged < 0 or held + damaged > on_hand");
        assertNone("INV-7 at the end", "from stock_level where held + damaged > on_hand");
        assertNone("each movement starts where the one before it ended", """
                from (select sequence - row_number() over steps as gap, held - sum(held_delta) over steps as held,
                             on_hand - sum(on_hand_delta) over steps as units
                        from movement window steps as (partition by sku, location order by sequence)) as steps
                where gap <> 0 or held <> 0 or units <> 0
                """);
        assertNone("INV-9", """
                from (select from movement join reservation on reference = 'order/' || order_id
                       where status <> 'held' group by reference, sku having sum(held_delta) <> 0) as open
                """);
        assertNone("no order is held twice", """
                from (select from movement where reason = 'hold' group by reference, sku, location
                      having count(*) > 1) as twice
                """);
    }

    /** Whatever was answered last about an order is what has become of it; what was never answered may be either. */
    void assertEveryAnswerIsIn() {
        var statuses = statuses();
        var held = held();
        var last = new TreeMap<Long, Call>();
        history.calls().stream()
                .sorted(Comparator.comparingLong(Call::first))
                .forEach(call -> last.put(call.order(), call));
        last.values().forEach(call -> {
            var order = order(call.order()).toString();
            call.status()
                    .ifPresent(status -> assertThat(statuses.get(order))
                            .as("what has become of %s", call)
                            .isEqualTo(status));
            boolean never = call.status().filter("refused"::equals).isPresent();
            boolean sure = call.status().isPresent() && !never;
            var units = held.getOrDefault(order, Map.of());
            assertThat(units.isEmpty() ? null : units)
                    .as("all of it or nothing, each product as its sum (INV-10): %s", call)
                    .isIn(sure ? List.of(call.units()) : java.util.Arrays.asList(null, never ? null : call.units()));
        });
    }

    /** The movements of each product, in the order of its journal. */
    Map<String, List<Row>> journal() {
        var rows = new TreeMap<String, List<Row>>();
        database.jdbc
                .sql("select sku, cause, on_hand - held - damaged as available from movement order by sku, sequence")
                .query(row -> {
                    rows.computeIfAbsent(row.getString("sku"), sku -> new ArrayList<>())
                            .add(new Row(row.getString("cause"), row.getLong("available")));
                });
        return rows;
    }

    private Map<String, String> statuses() {
        return database
                .jdbc
                .sql("select order_id::text, status from reservation")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What was ever held for each order, by the journal. */
    private Map<String, Map<String, Long>> held() {
        var held = new HashMap<String, Map<String, Long>>();
        database.jdbc.sql("""
                        select substr(reference, 7) as order_id, sku, sum(held_delta)::bigint as units
                          from movement where reason = 'hold' group by 1, 2
                        """).query(row -> {
            held.computeIfAbsent(row.getString("order_id"), order -> new TreeMap<>())
                    .put(row.getString("sku"), row.getLong("units"));
        });
        return held;
    }

    private void assertNone(String what, String rows) {
        assertThat(database.number("select count(*) " + rows)).as(what).isZero();
    }
}
