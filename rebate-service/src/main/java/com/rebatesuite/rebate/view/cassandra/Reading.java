package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.data.cassandra.core.cql.AsyncCqlTemplate;
import org.springframework.data.cassandra.core.cql.CqlTemplate;

/** Questions to the generation of the tables that is served, through Spring Data's templates. */
final class Reading {

    private final Supplier<Prepared> prepared;
    private final CqlTemplate cql;
    private final AsyncCqlTemplate async;

    Reading(Supplier<Prepared> prepared) {
        this.prepared = prepared;
        // They ask for the session with every query: it may not be there yet.
        this.cql = new CqlTemplate(() -> prepared.get().session());
        this.async = new AsyncCqlTemplate(() -> prepared.get().session());
    }

    BoundStatementBuilder of(String text) {
        return prepared.get().of(text);
    }

    List<Row> rows(BoundStatementBuilder query) {
        return cql.query(query.build(), (row, number) -> row);
    }

    Optional<Row> row(BoundStatementBuilder query) {
        return rows(query).stream().findFirst();
    }

    /** The rows of several questions, asked at once. */
    List<List<Row>> each(List<BoundStatement> queries) {
        return InFlight.all(queries, async::queryForResultSet).stream()
                .map(Reading::all)
                .toList();
    }

    /** Further pages are asked for here, and not on the few threads of the driver. */
    private static List<Row> all(AsyncResultSet first) {
        var rows = new ArrayList<Row>();
        var page = first;
        page.currentPage().forEach(rows::add);
        while (page.hasMorePages()) {
            page = InFlight.all(List.of(page), AsyncResultSet::fetchNextPage).getFirst();
            page.currentPage().forEach(rows::add);
        }
        return rows;
    }
}
