package com.rebatesuite.order.returns.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.returns.Condition;
import com.rebatesuite.order.returns.Return;
import com.rebatesuite.order.returns.ReturnLine;
import com.rebatesuite.order.returns.ReturnSource;
import com.rebatesuite.order.returns.ReturnState;
import com.rebatesuite.order.returns.Returns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Returns in the tables {@code order_return} and {@code return_line}. */
@Repository
class PostgresReturns implements Returns {

    private static final String SELECT = """
            select return_id, order_id, state, reason, refusal, occurred_at, partner, external_number
            from order_return
            """;

    private final JdbcClient jdbc;

    PostgresReturns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<Return> returns) {
        jdbc.sql("""
                        insert into order_return
                            (return_id, order_id, state, reason, refusal, occurred_at, partner, external_number)
                        select id::uuid, order_id::uuid, state, reason, refusal, occurred_at::timestamptz, partner, number
                        from unnest(:ids::text[], :orders::text[], :states::text[], :reasons::text[], :refusals::text[],
                                    :occurred::text[], :partners::text[], :numbers::text[])
                             as new (id, order_id, state, reason, refusal, occurred_at, partner, number)
                        """)
                .param("ids", texts(returns, Return::id))
                .param("orders", texts(returns, Return::orderId))
                .param("states", texts(returns, Return::state))
                .param("reasons", texts(returns, Return::reason))
                .param("refusals", texts(returns, Return::refusal))
                .param("occurred", texts(returns, Return::occurredAt))
                .param("partners", texts(returns, returned -> returned.source().partner()))
                .param("numbers", texts(returns, returned -> returned.source().externalNumber()))
                .update();
        addLines(all(returns));
    }

    private void addLines(List<Owned> lines) {
        jdbc.sql("""
                        insert into return_line (return_id, line, sku, quantity, currency, refund_minor, condition)
                        select id::uuid, line, sku, quantity, currency, refund, condition
                        from unnest(:ids::text[], :lines::int[], :skus::text[], :quantities::int[], :currencies::text[],
                                    :refunds::bigint[], :conditions::text[])
                             as new (id, line, sku, quantity, currency, refund, condition)
                        """)
                .param("ids", texts(lines, Owned::returnId))
                .param(
                        "lines",
                        lines.stream().mapToInt(owned -> owned.line().line()).toArray())
                .param("skus", texts(lines, owned -> owned.line().sku()))
                .param(
                        "quantities",
                        lines.stream()
                                .mapToInt(owned -> owned.line().quantity())
                                .toArray())
                .param("currencies", texts(lines, owned -> owned.line().refund().currency()))
                .param(
                        "refunds",
                        lines.stream()
                                .mapToLong(owned -> owned.line().refund().minor())
                                .toArray())
                .param("conditions", texts(lines, owned -> owned.line().condition()))
                .update();
    }

    @Override
    public void update(Return changed) {
        jdbc.sql("update order_return set state = :state, refusal = :refusal where return_id = :id")
                .param("state", changed.state().name())
                .param("refusal", changed.refusal())
                .param("id", changed.id())
                .update();
        jdbc.sql("""
                        update return_line
                        set condition = new.condition
                        from unnest(:lines::int[], :conditions::text[]) as new (line, condition)
                        where return_line.return_id = :id and return_line.line = new.line
                        """)
                .param("id", changed.id())
                .param(
                        "lines",
                        changed.lines().stream().mapToInt(ReturnLine::line).toArray())
                .param("conditions", texts(changed.lines(), ReturnLine::condition))
                .update();
    }

    @Override
    public Optional<Return> find(UUID id) {
        return read(jdbc.sql(SELECT + "where return_id = :id").param("id", id)).stream()
                .findFirst();
    }

    @Override
    public List<Return> ofOrders(Collection<UUID> orderIds) {
        return read(jdbc.sql(SELECT + "where order_id = any(:ids::uuid[]) order by return_id")
                .param("ids", texts(List.copyOf(orderIds), Function.identity())));
    }

    private List<Return> read(StatementSpec statement) {
        var rows = statement.query(PostgresReturns::row).list();
        var lines = lines(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> row.with(lines.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<ReturnLine>> lines(List<UUID> returnIds) {
        if (returnIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select return_id, line, sku, quantity, currency, refund_minor, condition
                        from return_line
                        where return_id = any(:ids::uuid[])
                        order by return_id, line
                        """)
                .param("ids", texts(returnIds, Function.identity()))
                .query(PostgresReturns::line)
                .list()
                .stream()
                .collect(groupingBy(Owned::returnId, mapping(Owned::line, toList())));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("return_id", UUID.class),
                row.getObject("order_id", UUID.class),
                new ReturnSource(row.getString("partner"), row.getString("external_number")),
                ReturnState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("refusal"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }

    private static Owned line(ResultSet row, int number) throws SQLException {
        var condition = row.getString("condition");
        var line = new ReturnLine(
                row.getInt("line"),
                row.getString("sku"),
                row.getInt("quantity"),
                new Money(row.getString("currency"), row.getLong("refund_minor")),
                condition == null ? null : Condition.valueOf(condition));
        return new Owned(row.getObject("return_id", UUID.class), line);
    }

    private static List<Owned> all(List<Return> returns) {
        return returns.stream()
                .flatMap(returned -> returned.lines().stream().map(line -> new Owned(returned.id(), line)))
                .toList();
    }

    // The driver takes arrays with nulls; the null checker cannot see that.
    @SuppressWarnings("NullAway")
    private static <T> String[] texts(List<T> rows, Function<T, ? extends @Nullable Object> column) {
        return rows.stream()
                .map(row -> Objects.toString(column.apply(row), null))
                .toArray(String[]::new);
    }

    /** A return without its lines. */
    private record Row(
            UUID id,
            UUID orderId,
            ReturnSource source,
            ReturnState state,
            String reason,
            @Nullable String refusal,
            Instant occurredAt) {

        Return with(List<ReturnLine> lines) {
            return new Return(id, orderId, source, state, reason, refusal, occurredAt, lines);
        }
    }

    /** A line and whose it is. */
    private record Owned(UUID returnId, ReturnLine line) {}
}
