package com.rebatesuite.deploy.retail.invoices;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every customer bought of every product and has not brought back yet. A credit note names no invoice: its units are
 * taken from the earliest purchases of the same customer and stock code first. Exactly the rows we send as sales are
 * purchases (digits, units and price above zero, a customer); stock codes are case-sensitive.
 */
final class PurchaseHistory {

    private record Key(String customer, String sku) {}

    private record Purchase(String order, int line, int left) {}

    private final Map<Key, Deque<Purchase>> open = new HashMap<>();

    void bought(Row.Sale sale, int line) {
        open.computeIfAbsent(new Key(sale.customer(), sale.sku()), key -> new ArrayDeque<>())
                .addLast(new Purchase(sale.invoice(), line, sale.quantity()));
    }

    List<Credited.Part> broughtBack(Row.Credit credit) {
        var purchases = open.getOrDefault(new Key(credit.customer(), credit.sku()), new ArrayDeque<>());
        var parts = new ArrayList<Credited.Part>();
        var left = credit.units();
        while (left > 0 && !purchases.isEmpty()) {
            var first = purchases.removeFirst();
            var taken = Math.min(left, first.left());
            if (taken < first.left()) {
                purchases.addFirst(new Purchase(first.order(), first.line(), first.left() - taken));
            }
            parts.add(new Credited.Part(first.order(), first.line(), taken));
            left -= taken;
        }
        return parts;
    }
}
