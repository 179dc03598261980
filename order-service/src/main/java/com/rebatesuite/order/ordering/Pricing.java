package com.rebatesuite.order.ordering;

import com.rebatesuite.order.catalogue.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns wishes into priced lines, at the catalogue's prices of this moment. */
final class Pricing {

    private Pricing() {}

    static List<OrderLine> price(List<Wanted> wanted, Map<String, Item> items) {
        var unknown = wanted.stream()
                .map(Wanted::sku)
                .filter(sku -> !items.containsKey(sku))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownSkus(unknown);
        }
        var lines = new ArrayList<OrderLine>(wanted.size());
        for (var want : wanted) {
            lines.add(line(lines.size() + 1, want, items.get(want.sku())));
        }
        requireOneCurrency(lines);
        return lines;
    }

    private static OrderLine line(int position, Wanted want, @Nullable Item item) {
        if (item == null) {
            throw new UnknownSkus(List.of(want.sku()));
        }
        return OrderLine.sold(
                        position,
                        item.sku(),
                        item.title(),
                        item.category(),
                        item.merchant(),
                        want.quantity(),
                        item.price().times(want.quantity()))
                .quoted(want.quote());
    }

    private static void requireOneCurrency(List<OrderLine> lines) {
        var currencies = new TreeSet<String>();
        lines.forEach(line -> currencies.add(line.amount().currency()));
        if (currencies.size() > 1) {
            throw new MixedCurrencies(currencies);
        }
    }
}
