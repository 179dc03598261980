package com.rebatesuite.rebate.simulation.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.simulation.Simulation;
import com.rebatesuite.rebate.simulation.Simulations;
import com.rebatesuite.rebate.simulation.SimulationsContract;
import com.rebatesuite.rebate.store.TestStore;
import org.junit.jupiter.api.Test;

class CassandraSimulationsIT extends SimulationsContract {

    /** As the first version wrote it, without what is left out. */
    private static final String OLD = """
            {"id": "old", "revision": 3, "state": "DONE", "asked_by": "olga", "asked_at": "2026-02-01T00:00:00Z",
             "changed_at": "2026-02-01T00:00:01Z", "rule_id": "tea", "from": "2026-01-01T00:00:00Z",
             "to": "2026-02-01T00:00:00Z", "facts": 7, "outcome": {"totals": [], "days": [],
             "winners": {"count": 0, "first": []}, "losers": {"count": 0, "first": []}}}""";

    private final Simulations simulations = new CassandraSimulations(TestStore.connected(), Contracts.MAPPER);

    @Override
    protected Simulations simulations() {
        return simulations;
    }

    @Test
    void readsWhatEarlierVersionsWrote() {
        TestStore.connected()
                .session()
                .execute(SimpleStatement.newInstance("INSERT INTO simulation (id, detail) VALUES ('old', ?)", OLD));

        assertThat(simulations.find("old"))
                .get()
                .extracting(Simulation::state, Simulation::facts)
                .containsExactly(Simulation.State.DONE, 7L);
    }
}
