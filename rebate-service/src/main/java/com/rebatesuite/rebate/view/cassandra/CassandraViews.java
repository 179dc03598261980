package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.rebatesuite.rebate.store.Store;
import com.rebatesuite.rebate.store.StoreUnavailable;
import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.ExplainedOrder;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.Recorded;
import com.rebatesuite.rebate.view.Views;
import com.rebatesuite.rebate.view.cassandra.Reads.StoredBalance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.core.cql.AsyncCqlTemplate;
import org.springframework.data.cassandra.core.cql.CqlTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The views in Cassandra: written in batches by the driver itself, read through Spring Data's templates. */
@Component
class CassandraViews implements Views {

    private static final int BATCH = 100;

    private final Store store;
    private final CqlTemplate cql;
    private final AsyncCqlTemplate asyncCql;
    private final JsonColumns json;
    private final Reads reads;
    private final Breaker breaker = new Breaker();
    private volatile @Nullable Prepared prepared;

    CassandraViews(Store store, JsonMapper mapper) {
        this.store = store;
        // They ask for the session with every query: it may not be there yet.
        this.cql = new CqlTemplate(store::session);
        this.asyncCql = new AsyncCqlTemplate(store::session);
        this.json = new JsonColumns(mapper);
        this.reads = new Reads(json);
    }

    @Override
    public void write(List<Recorded> decisions) {
        var tables = prepared();
        var writes = new Writes(tables.statements(), json);
        // Two rounds: whoever sees a balance sees its entries.
        InFlight.all(entriesAndOrders(decisions, writes), tables.session()::executeAsync);
        InFlight.all(balances(decisions, writes), tables.session()::executeAsync);
    }

    @Override
    public AccountView account(String userId) {
        return breaker.read(() -> {
            var balances = balances(userId);
            return balances.stream()
                    .max(Comparator.comparingLong(StoredBalance::version))
                    .map(newest -> new AccountView(
                            userId,
                            newest.version(),
                            newest.asOf(),
                            balances.stream().map(StoredBalance::view).toList()))
                    .orElseGet(() -> AccountView.none(userId));
        });
    }

    @Override
    public List<BookedEntry> entries(String userId, long before, int limit) {
        return breaker.read(() -> {
            long end = Math.min(before, lastEntry(userId) + 1);
            var entries = new ArrayList<BookedEntry>();
            for (long chunk = Writes.chunk(end - 1); end > 1 && chunk >= 0 && entries.size() < limit; chunk--) {
                entries.addAll(chunkOf(userId, chunk, end, limit - entries.size()));
            }
            return entries;
        });
    }

    @Override
    public Optional<ExplainedOrder> explain(String orderId) {
        return breaker.read(() -> cql.query(readOrder(orderId), (row, number) -> reads.order(row)).stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(order -> new ExplainedOrder(order, entriesOf(order))));
    }

    @Override
    public List<OrderView> orders(Collection<String> orderIds) {
        return breaker.read(() -> {
            var queries = orderIds.stream().distinct().map(this::readOrder).toList();
            // Rows become views here, and not on the few threads of the driver.
            return InFlight.all(queries, asyncCql::queryForResultSet).stream()
                    .flatMap(answer -> Stream.ofNullable(answer.one()))
                    .map(reads::order)
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    private BoundStatement readOrder(String orderId) {
        return prepared().statements().readOrder().bind().setString("order_id", orderId);
    }

    /** Those up to the version that was read: together they are one consistent picture. */
    private List<BookedEntry> entriesOf(OrderView order) {
        var query = prepared().statements().readOrderEntries().bind().setString("order_id", order.orderId());
        return cql.query(query, (row, number) -> reads.orderEntry(row)).stream()
                .flatMap(Optional::stream)
                .filter(booked -> booked.version() <= order.version())
                .toList();
    }

    private List<StoredBalance> balances(String userId) {
        var query = prepared().statements().readBalances().bind().setString("user_id", userId);
        return cql.query(query, (row, number) -> Reads.balance(row));
    }

    private long lastEntry(String userId) {
        return balances(userId).stream()
                .mapToLong(StoredBalance::lastEntry)
                .max()
                .orElse(0);
    }

    private List<BookedEntry> chunkOf(String userId, long chunk, long before, int limit) {
        var query = prepared()
                .statements()
                .readEntries()
                .bind()
                .setString("user_id", userId)
                .setLong("chunk", chunk)
                .setLong("before", before)
                .setInt("most", limit);
        return cql.query(query, (row, number) -> reads.entry(row));
    }

    private static List<BatchStatement> entriesAndOrders(List<Recorded> decisions, Writes writes) {
        var partitions = new LinkedHashMap<String, List<BatchableStatement<?>>>();
        for (var decision : decisions) {
            for (var entry : decision.entries()) {
                partition(partitions, "entry/" + Writes.chunk(entry.sequence()) + "/" + decision.userId())
                        .add(writes.entry(decision, entry));
                partition(partitions, "order/" + entry.orderId()).add(writes.orderEntry(decision, entry));
            }
        }
        newest(decisions, decision -> decision.order().orderId())
                .forEach((orderId, decision) ->
                        partition(partitions, "order/" + orderId).add(writes.order(decision)));
        return batches(partitions);
    }

    private static List<BatchStatement> balances(List<Recorded> decisions, Writes writes) {
        var partitions = new LinkedHashMap<String, List<BatchableStatement<?>>>();
        newest(decisions, decision -> decision.balance().currency() + "/" + decision.userId())
                .values()
                .forEach(decision -> partition(partitions, decision.userId()).add(writes.balance(decision)));
        return batches(partitions);
    }

    /** Of several states of one thing only the last needs to be written. */
    private static Map<String, Recorded> newest(List<Recorded> decisions, Function<Recorded, String> thing) {
        var newest = new LinkedHashMap<String, Recorded>();
        decisions.forEach(decision -> newest.merge(
                thing.apply(decision), decision, (one, other) -> other.version() > one.version() ? other : one));
        return newest;
    }

    private static List<BatchableStatement<?>> partition(
            Map<String, List<BatchableStatement<?>>> partitions, String key) {
        return partitions.computeIfAbsent(key, unused -> new ArrayList<>());
    }

    /** A batch of one partition is one mutation for Cassandra; unlogged, because it needs no help to be atomic. */
    private static List<BatchStatement> batches(Map<String, List<BatchableStatement<?>>> partitions) {
        var batches = new ArrayList<BatchStatement>();
        for (var statements : partitions.values()) {
            for (int from = 0; from < statements.size(); from += BATCH) {
                var part = statements.subList(from, Math.min(from + BATCH, statements.size()));
                batches.add(BatchStatement.newInstance(BatchType.UNLOGGED, part).setIdempotent(true));
            }
        }
        return batches;
    }

    private Prepared prepared() {
        var known = prepared;
        var session = store.session();
        if (known == null || !known.session().equals(session)) {
            known = prepare(session);
            prepared = known;
        }
        return known;
    }

    private static Prepared prepare(CqlSession session) {
        try {
            return new Prepared(session, Statements.prepare(session));
        } catch (DriverException away) {
            throw new StoreUnavailable("Cassandra does not answer", away);
        }
    }

    private record Prepared(CqlSession session, Statements statements) {}
}
