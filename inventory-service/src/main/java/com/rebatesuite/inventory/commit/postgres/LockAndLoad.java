package com.rebatesuite.inventory.commit.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.rebatesuite.inventory.commit.Loaded;
import com.rebatesuite.inventory.commit.OpenHolds;
import com.rebatesuite.inventory.commit.Touched;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.reservation.Reservation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks in one order for everybody, so that nobody waits in a circle: the turns of users, reservations by order id, levels
 * by product and location, backorders by product. What is read after that is what the last owner of the locks left.
 */
final class LockAndLoad {

    private final JdbcClient jdbc;
    private final ReservationRows rows;
    private final FindReservations others;

    LockAndLoad(JdbcClient jdbc, ReservationRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.others = new FindReservations(jdbc);
    }

    Loaded load(Touched touched) {
        var openHolds = openHolds(touched.users(), touched.at());
        var reservations = reservations(touched.orders());
        var levels = LoadLevels.of(skus(touched, reservations.values()), jdbc);
        return new Loaded(
                levels.levels(),
                levels.places(),
                levels.backorders(),
                reservations,
                booked(touched.causes()),
                openHolds,
                others);
    }

    private static Set<String> skus(Touched touched, Collection<Reservation> reservations) {
        var skus = new TreeSet<>(touched.skus());
        reservations.forEach(reservation -> {
            skus.addAll(reservation.asked().skus());
            reservation.lines().forEach(line -> skus.add(line.key().sku()));
        });
        return skus;
    }

    private Map<String, OpenHolds> openHolds(Set<String> users, Instant at) {
        var found = new HashMap<String, OpenHolds>();
        if (!users.isEmpty()) {
            jdbc.sql("select holder, orders, units from open_holds(?::text[], ?)")
                    .param(Columns.texts(users, user -> user))
                    .param(at.atOffset(ZoneOffset.UTC))
                    .query(row -> {
                        found.put(row.getString("holder"), new OpenHolds(row.getLong("orders"), row.getLong("units")));
                    });
        }
        return found;
    }

    private Map<UUID, Reservation> reservations(Set<UUID> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select " + ReservationRows.COLUMNS
                        + " from reservation where order_id = any (?::uuid[]) order by order_id for update")
                .param(Columns.texts(orders, UUID::toString))
                .query(rows::reservation)
                .list()
                .stream()
                .collect(toMap(Reservation::orderId, Function.identity()));
    }

    /** Of a cause whose movements have left the journal it is only known that it was booked. */
    private Map<String, List<Movement>> booked(Set<String> causes) {
        if (causes.isEmpty()) {
            return Map.of();
        }
        var known = bookedAt(causes);
        var booked = known.keySet().stream().collect(toMap(Function.identity(), cause -> List.<Movement>of()));
        booked.putAll(movements(known).stream()
                .collect(groupingBy(movement -> movement.origin().cause())));
        return booked;
    }

    private Map<String, Instant> bookedAt(Set<String> causes) {
        var known = new HashMap<String, Instant>();
        jdbc.sql("select cause, recorded_at from booked_cause where cause = any (?::text[])")
                .param(Columns.texts(causes, cause -> cause))
                .query(row -> {
                    known.put(row.getString("cause"), Rows.recordedAt(row));
                });
        return known;
    }

    /** The time is asked for as well, because it leads to the month. */
    private List<Movement> movements(Map<String, Instant> booked) {
        if (booked.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + Rows.MOVEMENT + """
                         from movement
                        where cause = any (?::text[]) and recorded_at = any (?::timestamptz[])
                        order by cause, sku, location, sequence
                        """)
                .param(Columns.texts(booked.keySet(), cause -> cause))
                .param(Columns.texts(booked.values(), Instant::toString))
                .query(Rows::movement)
                .list();
    }
}
