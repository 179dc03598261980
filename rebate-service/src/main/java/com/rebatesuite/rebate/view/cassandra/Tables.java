package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.rebatesuite.rebate.store.Store;
import com.rebatesuite.rebate.view.Recorded;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The generations of the tables: any of them can be written, one is served. */
@Component
class Tables {

    private final Store store;
    private final JsonColumns json;
    private final Map<Integer, Prepared> prepared = new ConcurrentHashMap<>();
    private volatile int serving = 1;

    Tables(Store store, JsonMapper mapper) {
        this.store = store;
        this.json = new JsonColumns(mapper);
    }

    int serving() {
        return serving;
    }

    void serve(int generation) {
        serving = generation;
    }

    Prepared served() {
        return of(serving);
    }

    CqlSession session() {
        return store.session();
    }

    /** In two rounds: whoever sees a balance or an order sees its entries. */
    void write(int generation, List<Recorded> decisions) {
        var statements = of(generation);
        InFlight.all(new AppendedRows(statements, json).of(decisions), statements.session()::executeAsync);
        InFlight.all(new OverwrittenRows(statements, json).of(decisions), statements.session()::executeAsync);
        InFlight.all(new ThingRows(statements, json).of(decisions), statements.session()::executeAsync);
    }

    private Prepared of(int generation) {
        var session = store.session();
        return prepared.compute(
                generation,
                (number, known) -> known != null && known.session().equals(session)
                        ? known
                        : new Prepared(session, Store.suffix(number)));
    }
}
