package com.rebatesuite.rebate.simulation.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.rebatesuite.rebate.simulation.Simulation;
import com.rebatesuite.rebate.simulation.Simulations;
import com.rebatesuite.rebate.store.Store;
import com.rebatesuite.rebate.store.StoreUnavailable;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
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
        execute(SimpleStatement.newInstance(
                "INSERT INTO simulation (id, detail) VALUES (?, ?) USING TIMESTAMP ?",
                simulation.id(),
                mapper.writeValueAsString(simulation),
                (long) simulation.revision()));
    }

    @Override
    public Optional<Simulation> find(String id) {
        return first(
                SimpleStatement.newInstance("SELECT detail FROM simulation WHERE id = ?", id),
                row -> mapper.readValue(row.getString("detail"), Simulation.class));
    }

    @Override
    public void askToStop(String id, String by, Instant at) {
        execute(SimpleStatement.newInstance(
                "INSERT INTO simulation_stop (id, asked_by, asked_at) VALUES (?, ?, ?)", id, by, at));
    }

    @Override
    public boolean stopAsked(String id) {
        return first(SimpleStatement.newInstance("SELECT id FROM simulation_stop WHERE id = ?", id), row -> id)
                .isPresent();
    }

    private void execute(SimpleStatement statement) {
        try {
            var unused = cql.execute(statement);
        } catch (DataAccessException away) {
            throw new StoreUnavailable("Cassandra does not answer", away);
        }
    }

    private <T> Optional<T> first(SimpleStatement query, Function<Row, T> reading) {
        try {
            return cql.query(query, (row, number) -> reading.apply(row)).stream()
                    .findFirst();
        } catch (DataAccessException away) {
            throw new StoreUnavailable("Cassandra does not answer", away);
        }
    }
}
