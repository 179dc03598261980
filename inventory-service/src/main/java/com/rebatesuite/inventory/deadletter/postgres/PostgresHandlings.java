package com.rebatesuite.inventory.deadletter.postgres;

import static java.util.stream.Collectors.groupingBy;

import com.rebatesuite.inventory.deadletter.Handling;
import com.rebatesuite.inventory.deadletter.Handling.Action;
import com.rebatesuite.inventory.deadletter.Handlings;
import com.rebatesuite.inventory.deadletter.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done with dead letters, in PostgreSQL. */
@Component
class PostgresHandlings implements Handlings {

    private final JdbcClient jdbc;

    PostgresHandlings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<RecordId, List<Handling>> of(Collection<RecordId> ids) {
        return jdbc
                .sql("""
                        select topic, partition, "offset", attempt, action, edited, actor, note, handled_at
                          from dead_letter_handling
                          join unnest(?::text[], ?::integer[], ?::bigint[]) as wanted (topic, partition, "offset")
                         using (topic, partition, "offset")
                         order by topic, partition, "offset", attempt
                        """)
                .param(ids.stream().map(RecordId::topic).toArray(String[]::new))
                .param(ids.stream().mapToInt(RecordId::partition).toArray())
                .param(ids.stream().mapToLong(RecordId::offset).toArray())
                .query(PostgresHandlings::handling)
                .list()
                .stream()
                .collect(groupingBy(Handling::id));
    }

    @Override
    public void add(Handling handling) {
        var id = handling.id();
        try {
            jdbc.sql("""
                            insert into dead_letter_handling
                                (topic, partition, "offset", attempt, action, edited, actor, note, handled_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(id.topic(), id.partition(), id.offset(), handling.attempt())
                    .params(handling.action().wire(), handling.edited(), handling.actor())
                    .param(handling.note())
                    .param(handling.at().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException somebodyElse) {
            throw new AlreadyHandled(id, "handled at this moment by somebody else");
        }
    }

    private static Handling handling(ResultSet row, int number) throws SQLException {
        return new Handling(
                new RecordId(row.getString("topic"), row.getInt("partition"), row.getLong("offset")),
                row.getInt("attempt"),
                Action.of(row.getString("action")),
                row.getBoolean("edited"),
                row.getString("actor"),
                row.getString("note"),
                row.getObject("handled_at", OffsetDateTime.class).toInstant());
    }
}
