package com.rebatesuite.rebate.simulation.cassandra;

import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.rebatesuite.rebate.simulation.Simulation;
import com.rebatesuite.rebate.simulation.Simulations;
import com.rebatesuite.rebate.store.Store;
import com.rebatesuite.rebate.store.StoreUnavailable;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.data.cassandra.core.cql.CqlTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One row per simulation, written {@code USING TIMESTAMP} = its revision: the furthest stays, whoever writes when. */
@Component
class CassandraSimulations implements Simulations {

    private final CqlTemplate cql;
    private final JsonMapper mapper;

    CassandraSimulations(Store store, JsonMapper mapper) {
        this.cql = new CqlTemplate(store::session);
        this.mapper = mapper;
    }

    @Override
    public void save(Simulation simulation) {
        var insert = SimpleStatement.newInstance(
                "INSERT INTO simulation (id, detail) VALUES (?, ?) USING TIMESTAMP ?",
                simulation.id(),
                mapper.writeValueAsString(simulation),
                (long) simulation.revision());
        try {
            var unused = cql.execute(insert);
        } catch (DataAccessException away) {
            throw new StoreUnavailable("Cassandra does not answer", away);
        }
    }

    @Override
    public Optional<Simulation> find(String id) {
        try {
            return cql
                    .query(
                            SimpleStatement.newInstance("SELECT detail FROM simulation WHERE id = ?", id),
                            (row, number) -> mapper.readValue(row.getString("detail"), Simulation.class))
                    .stream()
                    .findFirst();
        } catch (DataAccessException away) {
            throw new StoreUnavailable("Cassandra does not answer", away);
        }
    }
}
