package com.rebatesuite.order.ordering.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code order_line}: an order may have a thousand lines, so all go in one statement. */
@Component
class OrderLineRows {

    private final JdbcClient jdbc;

    OrderLineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Order> orders) {
        var lines = all(orders);
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into order_line
                            (order_id, line, sku, title, category, merchant, quantity, currency, amount_minor,
                             voucher_minor, quote)
                        select id::uuid, line, sku, title, category, merchant, quantity, currency, amount, voucher, quote
                        from unnest(:ids::text[], :lines::int[], :skus::text[], :titles::text[], :categories::text[],
                                    :merchants::text[], :quantities::int[], :currencies::text[], :amounts::bigint[],
                                    :vouchers::bigint[], :quotes::text[])
                             as new (id, line, sku, title, category, merchant, quantity, currency, amount, voucher, quote)
                        """)
                .param("ids", OrderRows.texts(lines, Owned::orderId))
                .param("lines", ints(lines, OrderLine::line))
                .param("skus", texts(lines, OrderLine::sku))
                .param("titles", texts(lines, OrderLine::title))
                .param("categories", texts(lines, OrderLine::category))
                .param("merchants", texts(lines, OrderLine::merchant))
                .param("quantities", ints(lines, OrderLine::quantity))
                .param("currencies", texts(lines, line -> line.amount().currency()))
                .param("amounts", longs(lines, line -> line.amount().minor()))
                .param("vouchers", longs(lines, OrderLine::voucherMinor))
                .param("quotes", texts(lines, OrderLine::quote))
                .update();
    }

    void updateReturns(List<Order> orders) {
        var lines = all(orders);
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update order_line
                        set returned = new.returned, refunded_minor = new.refunded
                        from unnest(:ids::text[], :lines::int[], :returned::int[], :refunded::bigint[])
                             as new (id, line, returned, refunded)
                        where order_line.order_id = new.id::uuid and order_line.line = new.line
                          and (order_line.returned, order_line.refunded_minor) is distinct from
                              (new.returned, new.refunded)
                        """)
                .param("ids", OrderRows.texts(lines, Owned::orderId))
                .param("lines", ints(lines, OrderLine::line))
                .param("returned", ints(lines, OrderLine::returned))
                .param("refunded", longs(lines, OrderLine::refundedMinor))
                .update();
    }

    Map<UUID, List<OrderLine>> of(Collection<UUID> orderIds) {
        if (orderIds.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                        select order_id, line, sku, title, category, merchant, quantity, currency, amount_minor,
                               voucher_minor, quote, returned, refunded_minor
                        from order_line
                        where order_id = any(:ids::uuid[])
                        order by order_id, line
                        """).param("ids", OrderRows.texts(orderIds)).query(OrderLineRows::line).list().stream()
                .collect(groupingBy(Owned::orderId, mapping(Owned::line, toList())));
    }

    private static Owned line(ResultSet row, int number) throws SQLException {
        var line = new OrderLine(
                row.getInt("line"),
                row.getString("sku"),
                row.getString("title"),
                row.getString("category"),
                row.getString("merchant"),
                row.getInt("quantity"),
                new Money(row.getString("currency"), row.getLong("amount_minor")),
                row.getLong("voucher_minor"),
                row.getString("quote"),
                row.getInt("returned"),
                row.getLong("refunded_minor"));
        return new Owned(row.getObject("order_id", UUID.class), line);
    }

    private static List<Owned> all(List<Order> orders) {
        return orders.stream()
                .flatMap(order -> order.lines().stream().map(line -> new Owned(order.id(), line)))
                .toList();
    }

    private static String[] texts(List<Owned> lines, Function<OrderLine, ? extends @Nullable Object> column) {
        return OrderRows.texts(lines, owned -> column.apply(owned.line()));
    }

    private static int[] ints(List<Owned> lines, ToIntFunction<OrderLine> column) {
        return lines.stream().mapToInt(owned -> column.applyAsInt(owned.line())).toArray();
    }

    private static long[] longs(List<Owned> lines, ToLongFunction<OrderLine> column) {
        return lines.stream()
                .mapToLong(owned -> column.applyAsLong(owned.line()))
                .toArray();
    }

    /** A line and whose it is. */
    private record Owned(UUID orderId, OrderLine line) {}
}
