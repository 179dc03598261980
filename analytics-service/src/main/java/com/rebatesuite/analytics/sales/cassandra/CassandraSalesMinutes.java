package com.rebatesuite.analytics.sales.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import com.rebatesuite.analytics.cassandra.Keyspace;
import com.rebatesuite.analytics.sales.PublishedMinute;
import com.rebatesuite.analytics.sales.SalesMinutes;
import com.rebatesuite.analytics.sales.SalesUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.data.cassandra.core.cql.CqlOperations;
import org.springframework.data.cassandra.core.cql.CqlTemplate;
import org.springframework.stereotype.Repository;

/**
 * Minutes in Cassandra: written in batches by the driver itself, read through Spring Data's template. The revision is the
 * write time: Cassandra itself keeps the latest and ignores repeats.
 */
@Repository
class CassandraSalesMinutes implements SalesMinutes {

    private final Keyspace keyspace;
    private final CqlOperations cql;
    private volatile @Nullable Statements prepared;

    CassandraSalesMinutes(Keyspace keyspace) {
        this.keyspace = keyspace;
        // It asks for the session with every query: there may be none yet.
        this.cql = new CqlTemplate(keyspace::session);
    }

    @Override
    public void keep(List<PublishedMinute> minutes) {
        available(statements -> {
            new KeepMinutes(statements).keep(minutes);
            return minutes;
        });
    }

    @Override
    public List<PublishedMinute> of(String sku, Instant from, Instant to) {
        return available(statements -> new MinutesOfSku(cql, statements.select()).read(sku, from, to));
    }

    /** A statement Cassandra refuses as wrong is our mistake; everything else passes when Cassandra is well again. */
    private <T> T available(Function<Statements, T> work) {
        try {
            return work.apply(statements(keyspace.session()));
        } catch (QueryValidationException
                | InvalidDataAccessApiUsageException
                | PermissionDeniedDataAccessException ours) {
            throw ours;
        } catch (DriverException | DataAccessException away) {
            throw new SalesUnavailable("sales minutes: " + away.getMessage(), away);
        }
    }

    private Statements statements(CqlSession session) {
        var known = prepared;
        if (known != null && known.session().equals(session)) {
            return known;
        }
        var fresh = Statements.prepare(session, keyspace.table("sales_minute"));
        prepared = fresh;
        return fresh;
    }
}
