package com.rebatesuite.order.ordering.postgres;

import com.rebatesuite.order.ordering.OrderLine;
import com.rebatesuite.order.ordering.OrderState;
import com.rebatesuite.order.ordering.Standing;
import com.rebatesuite.order.ordering.Standings;
import com.rebatesuite.order.ordering.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Standings in the tables {@code orders} and {@code order_line}. */
@Repository
class PostgresStandings implements Standings {

    private static final String SELECT = "select order_id, user_id, state, sequence, updated_at from orders ";

    private final JdbcClient jdbc;
    private final OrderLineRows lines;

    PostgresStandings(JdbcClient jdbc, OrderLineRows lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    @Override
    public List<Standing> of(Collection<UUID> orderIds) {
        return read(jdbc.sql(SELECT + "where order_id = any(:ids::uuid[]) order by order_id")
                .param("ids", OrderRows.texts(orderIds)));
    }

    @Override
    public List<Standing> open(@Nullable UUID after, int limit) {
        // Word for word the condition of the index orders_open.
        var where = "where state in ('CONFIRMED', 'PAID', 'SHIPPED', 'DELIVERED')"
                + (after == null ? "" : " and order_id > :after") + " order by order_id limit :limit";
        var statement = jdbc.sql(SELECT + where).param("limit", limit);
        return read(after == null ? statement : statement.param("after", after));
    }

    private List<Standing> read(StatementSpec statement) {
        var found = statement.query(PostgresStandings::row).list();
        var linesOf = lines.of(found.stream().map(Standing::orderId).toList());
        return found.stream().map(standing -> with(standing, linesOf)).toList();
    }

    private static Standing with(Standing bare, Map<UUID, List<OrderLine>> linesOf) {
        var wanted = linesOf.getOrDefault(bare.orderId(), List.of()).stream()
                .map(line -> new Wanted(line.sku(), line.quantity()))
                .toList();
        return new Standing(bare.orderId(), bare.userId(), bare.state(), bare.sequence(), bare.updatedAt(), wanted);
    }

    private static Standing row(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getObject("order_id", UUID.class),
                row.getString("user_id"),
                OrderState.valueOf(row.getString("state")),
                row.getInt("sequence"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                List.of());
    }
}
