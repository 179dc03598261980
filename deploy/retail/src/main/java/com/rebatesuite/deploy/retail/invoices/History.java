package com.rebatesuite.deploy.retail.invoices;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole file in order of time: always all of it, so that a return is of the same purchase whatever slice is replayed.
 *
 * @param digest SHA-256 of the file's text
 */
public record History(
        String digest, List<Order> orders, List<Return> returns, List<Credited> credited, List<Positioned> unusable) {

    /** A row that is not sent, and where it stands. */
    public record Positioned(int position, Row.Unusable row) {}

    /** Copies the lists. */
    public History {
        orders = List.copyOf(orders);
        returns = List.copyOf(returns);
        credited = List.copyOf(credited);
        unusable = List.copyOf(unusable);
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when the header lacks a column
     */
    public static History of(InvoiceFile file) throws IOException {
        var rows = new ArrayList<Row>();
        var digest = file.read(rows::add);
        // Stable: rows of the same minute stay in file order.
        rows.sort(Comparator.comparing(Row::at));
        var builder = new Builder();
        rows.forEach(builder::add);
        return builder.build(digest);
    }

    private static final class Builder {

        private final Map<String, Draft> drafts = new LinkedHashMap<>();
        private final PurchaseHistory purchases = new PurchaseHistory();
        private final List<Credited> credited = new ArrayList<>();
        private final List<Positioned> unusable = new ArrayList<>();
        private int position;

        void add(Row row) {
            switch (row) {
                case Row.Sale sale -> sold(sale);
                case Row.Credit credit ->
                    credited.add(new Credited(
                            credit.invoice(), credit.at(), position, credit.units(), purchases.broughtBack(credit)));
                case Row.Unusable other -> unusable.add(new Positioned(position, other));
            }
            position++;
        }

        private void sold(Row.Sale sale) {
            var draft = drafts.computeIfAbsent(
                    sale.invoice(), invoice -> new Draft(invoice, sale.customer(), sale.at(), position));
            if (draft.customer.equals(sale.customer())) {
                purchases.bought(sale, draft.add(sale));
                return;
            }
            var value = sale.unitPrice().multiply(BigDecimal.valueOf(sale.quantity()));
            unusable.add(new Positioned(
                    position, new Row.Unusable(Reason.OTHER_CUSTOMER, sale.at(), sale.quantity(), value)));
        }

        History build(String digest) {
            var orders = drafts.values().stream().map(Draft::order).toList();
            return new History(digest, orders, returns(orders), credited, unusable);
        }

        private List<Return> returns(List<Order> orders) {
            var byNumber = new HashMap<String, Order>();
            orders.forEach(order -> byNumber.put(order.number(), order));
            var returns = new LinkedHashMap<String, Return>();
            for (var credit : credited) {
                for (var part : credit.parts()) {
                    var order = byNumber.get(part.orderNumber());
                    if (order == null) {
                        throw new IllegalStateException(
                                "order: " + part.orderNumber() + " (expected: one of the file)");
                    }
                    var number = credit.returnNumber(part);
                    returns.merge(number, single(number, order, credit, part), Builder::together);
                }
            }
            return returns.values().stream()
                    .sorted(Comparator.comparingInt(Return::position))
                    .toList();
        }

        private static Return single(String number, Order order, Credited credit, Credited.Part part) {
            return new Return(number, order, credit.at(), credit.position(), Map.of(part.line(), part.units()));
        }

        private static Return together(Return earlier, Return later) {
            var units = new TreeMap<>(earlier.units());
            later.units().forEach((line, more) -> units.merge(line, more, Math::addExact));
            return new Return(earlier.number(), earlier.order(), later.at(), later.position(), units);
        }
    }

    private static final class Draft {

        private final String number;
        private final String customer;
        private final Instant at;
        private final int position;
        private final List<OrderLine> lines = new ArrayList<>();

        Draft(String number, String customer, Instant at, int position) {
            this.number = number;
            this.customer = customer;
            this.at = at;
            this.position = position;
        }

        int add(Row.Sale sale) {
            var line = lines.size() + 1;
            lines.add(new OrderLine(line, sale.sku(), sale.title(), sale.quantity(), sale.unitPrice()));
            return line;
        }

        Order order() {
            return new Order(number, customer, at, position, lines);
        }
    }
}
