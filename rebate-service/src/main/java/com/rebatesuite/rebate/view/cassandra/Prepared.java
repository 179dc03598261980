package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.rebatesuite.rebate.store.StoreUnavailable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements for one generation of the tables, each prepared when it is first needed. */
final class Prepared {

    private final CqlSession session;
    private final String suffix;
    private final Map<String, PreparedStatement> statements = new ConcurrentHashMap<>();

    Prepared(CqlSession session, String suffix) {
        this.session = session;
        this.suffix = suffix;
    }

    CqlSession session() {
        return session;
    }

    /** The statement, in which {@code {g}} stands for the generation, ready to be filled. */
    BoundStatementBuilder of(String cql) {
        var known = statements.get(cql);
        if (known == null) {
            known = prepare(cql);
            statements.put(cql, known);
        }
        return known.boundStatementBuilder().setIdempotence(true);
    }

    private PreparedStatement prepare(String cql) {
        try {
            return session.prepare(cql.replace("{g}", suffix));
        } catch (DriverException away) {
            throw new StoreUnavailable("Cassandra does not answer", away);
        }
    }
}
