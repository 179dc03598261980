package com.rebatesuite.inventory.commit.postgres;

import com.rebatesuite.inventory.commit.BooksConflict;
import com.rebatesuite.inventory.commit.Entries;
import com.rebatesuite.inventory.commit.Loaded;
import com.rebatesuite.inventory.commit.Touched;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.movement.ReasonCode;
import com.rebatesuite.inventory.reservation.Backorder;
import com.rebatesuite.inventory.reservation.Reservation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a batch has decided: one statement for each kind of row, however many there are. */
final class WriteEntries {

    private static final String LEVELS = """
                       unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                              ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[])
                    as row (sku, location, on_hand, held, damaged, shortfall, safety_stock, reorder_point, hysteresis,
                            supply, sequence, loaded_sequence)
            """;

    private static final String RESERVATIONS = """
            (select order_id, user_id, policy, exempt, status, held_at, expires_at, demands::jsonb as demands, units,
                    lines::jsonb as lines, backordered::jsonb as backordered, reason, missing::jsonb as missing, sequence
               from unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                           ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                 as row (order_id, user_id, policy, exempt, status, held_at, expires_at, demands, units, lines,
                         backordered, reason, missing, sequence)) as row
            """;

    private final JdbcClient jdbc;
    private final ReservationRows rows;

    WriteEntries(JdbcClient jdbc, ReservationRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** A row that was not there when the batch looked cannot be locked: if it is there now, nothing is written. */
    void write(Touched touched, Loaded loaded, Entries entries) {
        var known = loaded.reservations().keySet();
        updateReservations(only(entries.reservations(), row -> known.contains(row.orderId())));
        insertReservations(only(entries.reservations(), row -> !known.contains(row.orderId())));
        var levels = loaded.levels().keySet();
        updateLevels(only(entries.levels(), row -> levels.contains(row.key())), loaded);
        insertLevels(only(entries.levels(), row -> !levels.contains(row.key())), loaded);
        updateBackorders(List.copyOf(entries.backorders()));
        insertCauses(only(
                entries.movements(),
                row -> touched.causes().contains(row.origin().cause())));
        insertMovements(entries.movements());
    }

    private void insertReservations(List<Reservation> reservations) {
        if (reservations.isEmpty()) {
            return;
        }
        int inserted = reservation(
                "insert into reservation (" + ReservationRows.COLUMNS + ", updated_at) select "
                        + ReservationRows.COLUMNS + ", now() from " + RESERVATIONS
                        + " order by order_id on conflict do nothing",
                reservations);
        expect("reservations", reservations.size(), inserted);
    }

    private void updateReservations(List<Reservation> reservations) {
        if (reservations.isEmpty()) {
            return;
        }
        int updated = reservation(
                "update reservation set (" + ReservationRows.COLUMNS + ", updated_at) = ("
                        + ReservationRows.COLUMNS.replaceAll("\\b(\\w+)", "row.$1") + ", now()) from " + RESERVATIONS
                        + " where reservation.order_id = row.order_id",
                reservations);
        expect("reservations", reservations.size(), updated);
    }

    private int reservation(String sql, List<Reservation> reservations) {
        return jdbc.sql(sql).params(rows.columns(reservations).toList()).update();
    }

    /** Only what batches decide: the limit belongs to the operators. */
    private void updateBackorders(List<Backorder> backorders) {
        if (backorders.isEmpty()) {
            return;
        }
        int updated = jdbc.sql("""
                        update backorder
                           set promised = row.promised, turns = row.turns, updated_at = now()
                          from unnest(?::text[], ?::bigint[], ?::bigint[]) as row (sku, promised, turns)
                         where backorder.sku = row.sku
                        """)
                .param(Columns.texts(backorders, Backorder::sku))
                .param(Columns.numbers(backorders, Backorder::promised))
                .param(Columns.numbers(backorders, Backorder::turns))
                .update();
        expect("backorders", backorders.size(), updated);
    }

    private void insertLevels(List<StockLevel> levels, Loaded loaded) {
        if (levels.isEmpty()) {
            return;
        }
        int inserted = level("""
                insert into stock_level (sku, location, on_hand, held, damaged, shortfall, safety_stock, reorder_point,
                    hysteresis, supply, sequence, updated_at)
                select sku, location, on_hand, held, damaged, shortfall, safety_stock, reorder_point, hysteresis, supply,
                       sequence, now()
                  from
                """ + LEVELS + """
                 order by sku collate "C", location collate "C"
                    on conflict do nothing
                """, levels, loaded);
        expect("levels", levels.size(), inserted);
    }

    /** The sequence that was loaded is asked for once more: a level decided on without its lock is not written. */
    private void updateLevels(List<StockLevel> levels, Loaded loaded) {
        if (levels.isEmpty()) {
            return;
        }
        int updated = level("""
                update stock_level
                   set on_hand = row.on_hand, held = row.held, damaged = row.damaged, shortfall = row.shortfall,
                       safety_stock = row.safety_stock, reorder_point = row.reorder_point, hysteresis = row.hysteresis,
                       supply = row.supply, sequence = row.sequence, updated_at = now()
                  from
                """ + LEVELS + """
                 where stock_level.sku = row.sku and stock_level.location = row.location
                   and stock_level.sequence = row.loaded_sequence
                """, levels, loaded);
        expect("levels", levels.size(), updated);
    }

    private int level(String sql, List<StockLevel> levels, Loaded loaded) {
        return jdbc.sql(sql)
                .param(Columns.texts(levels, row -> row.key().sku()))
                .param(Columns.texts(levels, row -> row.key().location()))
                .param(Columns.numbers(levels, StockLevel::onHand))
                .param(Columns.numbers(levels, StockLevel::held))
                .param(Columns.numbers(levels, StockLevel::damaged))
                .param(Columns.numbers(levels, StockLevel::shortfall))
                .param(Columns.numbers(levels, row -> row.thresholds().safetyStock()))
                .param(Columns.numbers(levels, row -> row.thresholds().reorderPoint()))
                .param(Columns.numbers(levels, row -> row.thresholds().hysteresis()))
                .param(Columns.texts(levels, row -> row.supply().wire()))
                .param(Columns.numbers(levels, StockLevel::sequence))
                .param(Columns.numbers(levels, row -> loaded.sequence(row.key())))
                .update();
    }

    /** After the levels, whose locks keep most repeats apart: what is left are causes that come back with other goods. */
    private void insertCauses(List<Movement> movements) {
        if (movements.isEmpty()) {
            return;
        }
        var causes = new TreeMap<String, Instant>();
        movements.forEach(row -> causes.put(row.origin().cause(), row.recordedAt()));
        int inserted = jdbc.sql("""
                        insert into booked_cause (cause, recorded_at)
                        select * from unnest(?::text[], ?::timestamptz[])
                            on conflict do nothing
                        """)
                .param(Columns.texts(causes.keySet(), cause -> cause))
                .param(Columns.texts(causes.values(), Instant::toString))
                .update();
        expect("causes", causes.size(), inserted);
    }

    private void insertMovements(List<Movement> movements) {
        if (movements.isEmpty()) {
            return;
        }
        jdbc.sql("insert into movement (" + Rows.MOVEMENT + """
                        )
                        select * from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                            ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::text[])
                        """)
                .param(Columns.texts(movements, row -> row.key().sku()))
                .param(Columns.texts(movements, row -> row.key().location()))
                .param(Columns.numbers(movements, row -> row.after().onHand()))
                .param(Columns.numbers(movements, row -> row.after().held()))
                .param(Columns.numbers(movements, row -> row.after().damaged()))
                .param(Columns.numbers(movements, row -> row.after().shortfall()))
                .param(Columns.numbers(movements, row -> row.after().sequence()))
                .param(Columns.texts(movements, row -> row.id().toString()))
                .param(Columns.texts(movements, row -> row.reason().wire()))
                .param(Columns.texts(movements, row -> row.origin().reference()))
                .param(Columns.texts(movements, row -> row.origin().cause()))
                .param(Columns.texts(movements, row -> row.origin().actor()))
                .param(Columns.texts(movements, row -> row.origin().note()))
                .param(Columns.numbers(movements, row -> row.deltas().onHand()))
                .param(Columns.numbers(movements, row -> row.deltas().held()))
                .param(Columns.numbers(movements, row -> row.deltas().damaged()))
                .param(Columns.numbers(movements, row -> row.deltas().shortfall()))
                .param(Columns.texts(movements, row -> row.recordedAt().toString()))
                .param(Columns.texts(movements, row -> code(row.origin().code())))
                .update();
    }

    private static <T> List<T> only(Collection<T> rows, Predicate<T> wanted) {
        return rows.stream().filter(wanted).toList();
    }

    private static void expect(String what, int expected, int written) {
        if (written != expected) {
            throw new BooksConflict(what + " written: " + written + " (expected: " + expected + ")", null);
        }
    }

    private static @Nullable String code(@Nullable ReasonCode code) {
        return code == null ? null : code.wire();
    }
}
