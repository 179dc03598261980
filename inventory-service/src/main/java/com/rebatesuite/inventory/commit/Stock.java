package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.level.Crossing;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.location.Place;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.reservation.Backorder;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.platform.telemetry.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stock as one batch sees it: what was loaded, and what the batch has decided so far on top of it. */
final class Stock {

    private final Loaded loaded;
    private final Instant now;
    private final Map<String, Map<String, StockLevel>> levels = new HashMap<>();
    private final Map<String, Backorder> backorders;
    private final Map<UUID, Reservation> reservations;
    private final Map<String, List<Movement>> booked;
    private final Map<String, OpenHolds> openHolds;
    private final Map<LevelKey, StockLevel> changedLevels = new LinkedHashMap<>();
    private final Map<String, Backorder> changedBackorders = new LinkedHashMap<>();
    private final Map<UUID, Reservation> changedReservations = new LinkedHashMap<>();
    private final Set<String> shortSkus = new LinkedHashSet<>();
    private final List<Effect> effects = new ArrayList<>();

    Stock(Loaded loaded, Instant now) {
        this.loaded = loaded;
        this.now = now;
        loaded.levels().values().forEach(this::see);
        backorders = new TreeMap<>(loaded.backorders());
        reservations = new HashMap<>(loaded.reservations());
        booked = new HashMap<>(loaded.booked());
        openHolds = new HashMap<>(loaded.openHolds());
    }

    @Nullable StockLevel level(LevelKey key) {
        return levels.getOrDefault(key.sku(), Map.of()).get(key.location());
    }

    StockLevel levelOrNone(LevelKey key) {
        var level = level(key);
        return level == null ? StockLevel.none(key) : level;
    }

    /** Where the product is free to be sold, in the order of priority. */
    List<Shelf> shelves(String sku) {
        return levels.getOrDefault(sku, Map.of()).values().stream()
                .filter(level -> level.available() > 0)
                .map(level -> new Shelf(place(level.key().location()), level.available()))
                .filter(shelf -> shelf.place().sellable())
                .sorted(Comparator.comparing(Shelf::place))
                .toList();
    }

    /** The same at one place or, with null, at all. */
    List<Shelf> shelves(String sku, @Nullable String location) {
        return location == null
                ? shelves(sku)
                : shelves(sku).stream()
                        .filter(shelf -> shelf.place().name().equals(location))
                        .toList();
    }

    /** Units anybody can be given: what lies there, without what others have been promised and wait for. */
    long free(String sku) {
        var there = shelves(sku).stream().mapToLong(Shelf::free).sum();
        return Math.max(0, there - backorder(sku).promised());
    }

    /** Units that lie at one place to be sold. */
    long there(String sku, String location) {
        return shelves(sku, location).stream().mapToLong(Shelf::free).sum();
    }

    /** Where a product is counted of which there is none: the named place, or the first from which it is sold. */
    LevelKey firstPlace(Demand demand) {
        var location = demand.location();
        return location != null
                ? new LevelKey(demand.sku(), location)
                : levels.getOrDefault(demand.sku(), Map.of()).keySet().stream()
                        .map(this::place)
                        .filter(Place::sellable)
                        .min(Comparator.naturalOrder())
                        .map(place -> new LevelKey(demand.sku(), place.name()))
                        .orElse(LevelKey.main(demand.sku()));
    }

    @Nullable Reservation reservation(UUID orderId) {
        return reservations.get(orderId);
    }

    /** Those of the reservations before us that wait for the product, first promised first. */
    List<Turn> waiting(String sku) {
        return reservations.values().stream()
                .flatMap(reservation -> reservation.backordered().stream()
                        .map(waits -> new Turn(reservation.orderId(), waits.sku(), waits.turn())))
                .filter(turn -> turn.sku().equals(sku))
                .sorted(Comparator.comparingLong(Turn::number))
                .toList();
    }

    Backorder backorder(String sku) {
        return backorders.getOrDefault(sku, Backorder.none(sku));
    }

    /** Products somebody waits for although some of it is there. */
    List<String> fillable() {
        return backorders.values().stream()
                .filter(backorder -> backorder.promised() > 0)
                .map(Backorder::sku)
                .filter(sku -> !shelves(sku).isEmpty())
                .toList();
    }

    /** What the user holds without having paid for it. */
    OpenHolds openHolds(String userId) {
        return openHolds.getOrDefault(userId, OpenHolds.NONE);
    }

    /** What was booked for this cause before, or null. */
    @Nullable List<Movement> booked(String cause) {
        return booked.get(cause);
    }

    void apply(Decision decision, Trace trace) {
        effects.add(new Effect(decision.movements(), crossings(decision), decision.change(), trace));
        decision.shortSkus().forEach(shortSkus::add);
        decision.levels().forEach(this::put);
        decision.movements().forEach(this::put);
        decision.backorders().forEach(this::put);
        var reservation = decision.reservation();
        if (reservation != null) {
            put(reservation);
        }
    }

    /** Products of which this batch has found too little. */
    Set<String> shortSkus() {
        return shortSkus;
    }

    Entries entries() {
        return new Entries(changedLevels.values(), changedBackorders.values(), changedReservations.values(), effects);
    }

    private Place place(String location) {
        return loaded.places().getOrDefault(location, Place.unlisted(location));
    }

    /** Compared with the level before the decision: what is crossed and crossed back within one is nobody's concern. */
    private List<Crossing> crossings(Decision decision) {
        var last = new LinkedHashMap<LevelKey, Movement>();
        decision.movements().forEach(movement -> last.put(movement.key(), movement));
        return last.values().stream()
                .map(movement -> new Crossing(
                        movement.after(), levelOrNone(movement.key()).supply(), movement.recordedAt()))
                .filter(crossing -> crossing.before() != crossing.level().supply())
                .toList();
    }

    private void see(StockLevel level) {
        levels.computeIfAbsent(level.key().sku(), sku -> new HashMap<>())
                .put(level.key().location(), level);
    }

    private void put(StockLevel level) {
        see(level);
        changedLevels.put(level.key(), level);
    }

    private void put(Movement movement) {
        booked.computeIfAbsent(movement.origin().cause(), cause -> new ArrayList<>())
                .add(movement);
    }

    private void put(Backorder backorder) {
        backorders.put(backorder.sku(), backorder);
        changedBackorders.put(backorder.sku(), backorder);
    }

    private void put(Reservation reservation) {
        var before = reservations.put(reservation.orderId(), reservation);
        changedReservations.put(reservation.orderId(), reservation);
        openHolds.merge(reservation.userId(), open(reservation), OpenHolds::plus);
        if (before != null) {
            openHolds.merge(before.userId(), OpenHolds.NONE.minus(open(before)), OpenHolds::plus);
        }
    }

    private OpenHolds open(Reservation reservation) {
        return reservation.isOpen(now) ? new OpenHolds(1, reservation.asked().units()) : OpenHolds.NONE;
    }
}
