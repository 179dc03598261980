package com.rebatesuite.order.ordering.postgres;

import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderState;
import com.rebatesuite.order.ordering.Orders;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Orders in the tables {@code orders} and {@code order_line}; every method is one statement per table. */
@Repository
class PostgresOrders implements Orders {

    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final OrderLineRows lines;

    PostgresOrders(JdbcClient jdbc, OrderRows rows, OrderLineRows lines) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.lines = lines;
    }

    @Override
    public void add(List<Order> placed) {
        rows.insert(placed);
        lines.insert(placed);
    }

    @Override
    public void update(List<Step> steps) {
        rows.update(steps);
    }

    @Override
    public void updateReturns(List<Order> orders) {
        lines.updateReturns(orders);
    }

    @Override
    public Optional<Order> find(UUID id) {
        return read(jdbc.sql(OrderRows.SELECT + "where order_id = :id").param("id", id)).stream()
                .findFirst();
    }

    @Override
    public Optional<Order> lock(UUID id) {
        return lockAll(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Order> lockAll(Collection<UUID> ids) {
        return read(jdbc.sql(OrderRows.SELECT + "where order_id = any(:ids::uuid[]) order by order_id for update")
                .param("ids", OrderRows.texts(ids)));
    }

    @Override
    public List<Order> lockOverdue(Instant now, int limit) {
        return read(
                jdbc.sql(OrderRows.SELECT + """
                        where deadline is not null and open_returns = 0 and deadline <= :now::timestamptz
                        order by deadline
                        limit :limit
                        for update skip locked
                        """).param("now", now.toString()).param("limit", limit));
    }

    @Override
    public List<Order> findByExternalNumbers(String partner, Collection<String> externalNumbers) {
        return byExternalNumbers(partner, externalNumbers, "order by external_number");
    }

    @Override
    public List<Order> lockByExternalNumbers(String partner, Collection<String> externalNumbers) {
        return byExternalNumbers(partner, externalNumbers, "order by order_id for update");
    }

    private List<Order> byExternalNumbers(String partner, Collection<String> externalNumbers, String tail) {
        return read(jdbc.sql(OrderRows.SELECT + "where partner = :partner and external_number = any(:numbers) " + tail)
                .param("partner", partner)
                .param("numbers", externalNumbers.toArray(String[]::new)));
    }

    @Override
    public List<Order> page(@Nullable String userId, @Nullable OrderState state, @Nullable UUID after, int limit) {
        // Only the conditions that are asked for: a statement that fits all of them fits no index.
        var where = new StringBuilder("where true");
        where.append(userId == null ? "" : " and user_id = :user");
        where.append(state == null ? "" : " and state = :state");
        where.append(after == null ? "" : " and order_id < :after");
        var statement = jdbc.sql(OrderRows.SELECT + where + " order by order_id desc limit :limit")
                .param("limit", limit);
        statement = userId == null ? statement : statement.param("user", userId);
        statement = state == null ? statement : statement.param("state", state.name());
        return read(after == null ? statement : statement.param("after", after));
    }

    private List<Order> read(StatementSpec statement) {
        var found = statement.query(rows::order).list();
        var linesOf = lines.of(found.stream().map(OrderRows.Row::id).toList());
        return found.stream()
                .map(row -> row.with(linesOf.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
