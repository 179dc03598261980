package com.rebatesuite.inventory.commit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.rebatesuite.inventory.level.Crossing;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.location.Place;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.reservation.Backorder;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.ReservationChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The books as maps; one batch at a time. */
public final class InMemoryBooks implements Books {

    private final Map<LevelKey, StockLevel> levels = new TreeMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Backorder> backorders = new TreeMap<>();
    private final Map<UUID, Reservation> reservations = new HashMap<>();
    private final List<Movement> journal = new ArrayList<>();
    private final List<ReservationChanged> changes = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();

    @Override
    public synchronized void book(Touched touched, Function<Loaded, Entries> decide) {
        var booked = journal.stream()
                .filter(movement -> touched.causes().contains(movement.origin().cause()))
                .collect(groupingBy(movement -> movement.origin().cause()));
        var touchedOrders = new HashMap<>(reservations);
        touchedOrders.keySet().retainAll(touched.orders());
        write(decide.apply(new Loaded(
                Map.copyOf(levels),
                Map.copyOf(places),
                Map.copyOf(backorders),
                touchedOrders,
                booked,
                openHolds(touched),
                new Others())));
    }

    private void write(Entries entries) {
        entries.levels().forEach(level -> levels.put(level.key(), level));
        entries.backorders().forEach(backorder -> backorders.put(backorder.sku(), backorder));
        entries.reservations().forEach(reservation -> reservations.put(reservation.orderId(), reservation));
        journal.addAll(entries.movements());
        changes.addAll(entries.changes());
        entries.effects().forEach(effect -> crossings.addAll(effect.crossings()));
    }

    private Map<String, OpenHolds> openHolds(Touched touched) {
        return reservations.values().stream()
                .filter(reservation -> touched.users().contains(reservation.userId()))
                .filter(reservation -> reservation.isOpen(touched.at()))
                .collect(toMap(
                        Reservation::userId,
                        open -> new OpenHolds(1, open.asked().units()),
                        OpenHolds::plus));
    }

    /** What operators say about a location. */
    synchronized void list(Place place) {
        places.put(place.name(), place);
    }

    /** What operators allow to be promised of a product. */
    synchronized void allow(String sku, long limit) {
        var before = backorders.getOrDefault(sku, Backorder.none(sku));
        backorders.put(sku, new Backorder(sku, limit, before.promised(), before.turns(), before.version() + 1));
    }

    synchronized Backorder backorder(String sku) {
        return backorders.getOrDefault(sku, Backorder.none(sku));
    }

    synchronized StockLevel level(LevelKey key) {
        return levels.getOrDefault(key, StockLevel.none(key));
    }

    synchronized Map<UUID, Reservation> reservations() {
        return Map.copyOf(reservations);
    }

    synchronized List<Movement> journal() {
        return List.copyOf(journal);
    }

    synchronized List<Crossing> crossings() {
        return List.copyOf(crossings);
    }

    synchronized List<ReservationChanged> changes() {
        return List.copyOf(changes);
    }

    private final class Others implements Loaded.Others {

        @Override
        public List<UUID> runOut(Collection<String> skus, Instant now, int limit) {
            return reservations.values().stream()
                    .filter(reservation -> reservation.isPast(now))
                    .filter(reservation -> reservation.asked().skus().stream().anyMatch(skus::contains))
                    .map(Reservation::orderId)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Turn> waiting(Collection<String> skus, int limit) {
            return reservations.values().stream()
                    .flatMap(reservation -> reservation.backordered().stream()
                            .map(part -> new Turn(reservation.orderId(), part.sku(), part.turn())))
                    .filter(turn -> skus.contains(turn.sku()))
                    .sorted(Comparator.comparingLong(Turn::number))
                    .limit(limit)
                    .toList();
        }
    }
}
