package com.rebatesuite.inventory.reconciliation;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One walk over holds and orders, page by page, until the end or a bound. */
final class OrdersWalk {

    private final Holds holds;
    private final Orders orders;
    private final Clock clock;
    private final ReconciliationProperties properties;
    private final @Nullable String sku;
    private final Instant began;
    private final Map<UUID, HoldBreak> suspects = new LinkedHashMap<>();
    private long seen;
    private boolean whole = true;

    OrdersWalk(Holds holds, Orders orders, Clock clock, ReconciliationProperties properties, @Nullable String sku) {
        this.holds = holds;
        this.orders = orders;
        this.clock = clock;
        this.properties = properties;
        this.sku = sku;
        this.began = clock.instant();
    }

    /** Whether the bounds have left nothing out. */
    boolean whole() {
        return whole;
    }

    long seen() {
        return seen;
    }

    /** From our side to theirs: is there an order that needs what is held? */
    void overHolds() {
        long most = seen + properties.mostOrders();
        UUID after = null;
        while (true) {
            var page = holds.open(after, began.minus(properties.lookBack()), sku, Orders.MOST);
            if (page.isEmpty() || !mayGoOn(most)) {
                return;
            }
            compare(page, orders.of(ids(page, Held::orderId)));
            after = page.getLast().orderId();
        }
    }

    /** From their side to ours: is anything held for an order that counts on it? */
    void overOpenOrders() {
        long most = seen + properties.mostOrders();
        var page = orders.open(null);
        while (mayGoOn(most)) {
            var asked = page.orders().stream().filter(this::isAsked).toList();
            compare(holds.of(ids(asked, OrderSeen::orderId)), asked);
            var next = page.next();
            if (next == null) {
                return;
            }
            page = orders.open(next);
        }
    }

    /** Both sides of every difference are asked once more: what has moved meanwhile was in motion. */
    List<HoldBreak> stillThere() {
        var confirmed = new ArrayList<HoldBreak>();
        var all = List.copyOf(suspects.values());
        for (int from = 0; from < all.size(); from += Orders.MOST) {
            confirmed.addAll(stillThere(all.subList(from, Math.min(all.size(), from + Orders.MOST))));
        }
        return confirmed;
    }

    private List<HoldBreak> stillThere(List<HoldBreak> some) {
        var ids = ids(some, HoldBreak::orderId);
        var theirs = byId(orders.of(ids), OrderSeen::orderId);
        var ours = byId(holds.of(ids), Held::orderId);
        var compare = comparison();
        return some.stream()
                .filter(suspect ->
                        compare.stillThere(suspect, ours.get(suspect.orderId()), theirs.get(suspect.orderId())))
                .toList();
    }

    private void compare(List<Held> ours, List<OrderSeen> theirs) {
        var held = byId(ours, Held::orderId);
        var known = byId(theirs, OrderSeen::orderId);
        var all = new LinkedHashMap<UUID, Object>(held);
        all.putAll(known);
        var compare = comparison();
        for (var id : all.keySet()) {
            compare.compare(id, held.get(id), known.get(id)).ifPresent(suspect -> suspects.putIfAbsent(id, suspect));
        }
        seen += all.size();
    }

    private CompareHold comparison() {
        return new CompareHold(clock.instant(), properties.grace());
    }

    private boolean isAsked(OrderSeen order) {
        return sku == null || order.lines().stream().anyMatch(line -> line.sku().equals(sku));
    }

    private boolean mayGoOn(long most) {
        boolean room = seen < most
                && suspects.size() < properties.mostBreaks()
                && clock.instant().isBefore(began.plus(properties.within()));
        whole &= room;
        return room;
    }

    private static <T> List<UUID> ids(Collection<T> rows, Function<T, UUID> id) {
        return rows.stream().map(id).toList();
    }

    private static <T> Map<UUID, T> byId(Collection<T> rows, Function<T, UUID> id) {
        return rows.stream().collect(toMap(id, Function.identity(), (first, same) -> first, LinkedHashMap::new));
    }
}
