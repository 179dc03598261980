package com.rebatesuite.order.ordering.postgres;

import com.rebatesuite.order.ordering.Missing;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderLine;
import com.rebatesuite.order.ordering.OrderState;
import com.rebatesuite.order.ordering.OrderTimes;
import com.rebatesuite.order.ordering.Orders.Step;
import com.rebatesuite.order.ordering.Origin;
import com.rebatesuite.order.ordering.Progress;
import com.rebatesuite.order.ordering.StockPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code orders}. */
@Component
class OrderRows {

    static final String SELECT = """
            select order_id, user_id, partner, external_number, stated, stock_policy, occurred_at, received_at, recorded_at,
                   shipping_minor, state, sequence, deadline, open_returns, payment_reference, reason, missing
            from orders
            """;

    private static final TypeReference<List<Missing>> MISSING = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrderRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(List<Order> orders) {
        if (orders.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into orders (order_id, user_id, partner, external_number, stated, stock_policy,
                                            occurred_at, received_at, recorded_at, shipping_minor, state, sequence,
                                            deadline)
                        select id::uuid, user_id, partner, external_number, stated, stock_policy, occurred_at::timestamptz,
                               received_at::timestamptz, recorded_at::timestamptz, shipping, state, sequence,
                               deadline::timestamptz
                        from unnest(:ids::text[], :users::text[], :partners::text[], :numbers::text[], :stated::text[],
                                    :policies::text[], :occurred::text[], :received::text[], :recorded::text[], :shippings::bigint[], :states::text[],
                                    :sequences::int[], :deadlines::text[])
                             as new (id, user_id, partner, external_number, stated, stock_policy,
                                     occurred_at, received_at, recorded_at, shipping, state, sequence, deadline)
                        """)
                .param("ids", texts(orders, Order::id))
                .param("users", texts(orders, Order::userId))
                .param("partners", texts(orders, order -> order.origin().partner()))
                .param("numbers", texts(orders, order -> order.origin().externalNumber()))
                .param("stated", texts(orders, order -> order.origin().stated()))
                .param("policies", texts(orders, order -> order.origin().stockPolicy()))
                .param("occurred", texts(orders, order -> order.times().occurredAt()))
                .param("received", texts(orders, order -> order.times().receivedAt()))
                .param("recorded", texts(orders, order -> order.times().recordedAt()))
                .param(
                        "shippings",
                        orders.stream().mapToLong(Order::shippingMinor).toArray())
                .param("states", texts(orders, Order::state))
                .param(
                        "sequences",
                        orders.stream()
                                .mapToInt(order -> order.progress().sequence())
                                .toArray())
                .param("deadlines", texts(orders, order -> order.progress().deadline()))
                .update();
    }

    void update(List<Step> steps) {
        var updated = jdbc.sql("""
                        update orders
                        set state = new.state, sequence = new.sequence, deadline = new.deadline::timestamptz,
                            open_returns = new.open_returns, payment_reference = new.payment_reference,
                            reason = new.reason, missing = new.missing::jsonb, updated_at = now()
                        from unnest(:ids::text[], :from::int[], :states::text[], :sequences::int[], :deadlines::text[],
                                    :open::int[], :payments::text[], :reasons::text[], :missing::text[])
                             as new (id, from_sequence, state, sequence, deadline, open_returns, payment_reference,
                                     reason, missing)
                        where orders.order_id = new.id::uuid and orders.sequence = new.from_sequence
                        """)
                .param("ids", texts(steps, step -> step.to().id()))
                .param("from", steps.stream().mapToInt(Step::fromSequence).toArray())
                .param("states", texts(steps, step -> step.to().state()))
                .param(
                        "sequences",
                        steps.stream()
                                .mapToInt(step -> step.to().progress().sequence())
                                .toArray())
                .param("deadlines", texts(steps, step -> step.to().progress().deadline()))
                .param(
                        "open",
                        steps.stream()
                                .mapToInt(step -> step.to().progress().openReturns())
                                .toArray())
                .param("payments", texts(steps, step -> step.to().progress().paymentReference()))
                .param("reasons", texts(steps, step -> step.to().progress().reason()))
                .param("missing", texts(steps, step -> missing(step.to())))
                .update();
        if (updated != steps.size()) {
            throw new IllegalStateException("orders moved: " + updated + " (expected: " + steps.size()
                    + "); one has moved on since it was read");
        }
    }

    private @Nullable String missing(Order order) {
        var missing = order.progress().missing();
        return missing.isEmpty() ? null : json.writeValueAsString(missing);
    }

    Row order(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("order_id", UUID.class),
                row.getString("user_id"),
                origin(row),
                new OrderTimes(
                        requiredInstant(row, "occurred_at"),
                        requiredInstant(row, "received_at"),
                        requiredInstant(row, "recorded_at")),
                row.getLong("shipping_minor"),
                progress(row));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        var stated = row.getString("stated");
        return new Origin(
                row.getString("partner"),
                row.getString("external_number"),
                stated == null ? null : OrderState.valueOf(stated),
                StockPolicy.valueOf(row.getString("stock_policy")));
    }

    private Progress progress(ResultSet row) throws SQLException {
        var missing = row.getString("missing");
        return new Progress(
                OrderState.valueOf(row.getString("state")),
                row.getInt("sequence"),
                instant(row, "deadline"),
                row.getInt("open_returns"),
                row.getString("payment_reference"),
                row.getString("reason"),
                missing == null ? List.of() : json.readValue(missing, MISSING));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant requiredInstant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column), column);
    }

    static String[] texts(Collection<?> values) {
        return texts(values, Function.identity());
    }

    // The driver takes arrays with nulls; the null checker cannot see that.
    @SuppressWarnings("NullAway")
    static <T> String[] texts(Collection<? extends T> rows, Function<T, ? extends @Nullable Object> column) {
        return rows.stream()
                .map(row -> Objects.toString(column.apply(row), null))
                .toArray(String[]::new);
    }

    /** An order without its lines. */
    record Row(UUID id, String userId, Origin origin, OrderTimes times, long shippingMinor, Progress progress) {

        Order with(List<OrderLine> lines) {
            return new Order(id, userId, origin, times, lines, shippingMinor, progress);
        }
    }
}
