package com.rebatesuite.rebate.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The available money of one currency by the lots it came in, the first to expire first. Together they are what can be spent. */
public record Lots(String currency, List<Lot> lots) implements State {

    private static final Comparator<Lot> FIRST_TO_EXPIRE =
            Comparator.comparing(Lot::expiresAt).thenComparingLong(Lot::lot);

    public Lots {
        lots = List.copyOf(lots);
    }

    public static String key(String currency) {
        return "lots/" + currency;
    }

    @Override
    public String key() {
        return key(currency);
    }

    @Override
    public int size() {
        return 1 + lots.size();
    }

    /** What they hold together, in minor units. */
    public long total() {
        return lots.stream().mapToLong(Lot::minor).sum();
    }

    Optional<Lot> find(long lot) {
        return lots.stream().filter(candidate -> candidate.lot() == lot).findFirst();
    }

    /** With more in it; a lot that is there already grows. */
    Lots plus(Lot more) {
        var all = new ArrayList<Lot>(lots.size() + 1);
        lots.stream().filter(lot -> lot.lot() != more.lot()).forEach(all::add);
        var before = find(more.lot()).map(Lot::minor).orElse(0L);
        all.add(more.with(Math.addExact(before, more.minor())));
        all.sort(FIRST_TO_EXPIRE);
        return new Lots(currency, all);
    }

    /** What a payment of {@code minor} is made up of: from its own lot first, then from the first to expire; less if there is less. */
    List<Lot> slices(long minor, long own) {
        var slices = new ArrayList<Lot>();
        long missing = minor;
        var order = new ArrayList<>(lots);
        order.sort(Comparator.comparing(lot -> lot.lot() != own));
        for (var lot : order) {
            long slice = Math.min(missing, lot.minor());
            if (slice > 0) {
                slices.add(lot.with(slice));
                missing -= slice;
            }
        }
        return slices;
    }

    Lots minus(List<Lot> slices) {
        var left = new ArrayList<Lot>(lots.size());
        for (var lot : lots) {
            long taken = slices.stream()
                    .filter(slice -> slice.lot() == lot.lot())
                    .mapToLong(Lot::minor)
                    .sum();
            if (taken < lot.minor()) {
                left.add(lot.with(lot.minor() - taken));
            }
        }
        return new Lots(currency, left);
    }
}
