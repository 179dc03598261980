package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import com.rebatesuite.rebate.view.DayMovement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.core.type.TypeReference;

/** Sums what was booked on a day, shard by shard: exact whenever it is asked, because it only reads what cannot change. */
final class DayReads {

    private static final TypeReference<List<DayMovement>> MOVEMENTS = new TypeReference<>() {};

    private static final String MOVED = "SELECT movements FROM day_movement{g} WHERE day = :day AND shard = :shard";

    private final Reading reading;
    private final JsonColumns json;

    DayReads(Reading reading, JsonColumns json) {
        this.reading = reading;
        this.json = json;
    }

    List<DayMovement> of(LocalDate day) {
        var sums = new TreeMap<String, DayMovement>();
        // One shard after the other: a day may have very many decisions.
        IntStream.range(0, Chunks.SHARDS).forEach(shard -> add(sums, day, shard));
        return List.copyOf(sums.values());
    }

    private void add(Map<String, DayMovement> sums, LocalDate day, int shard) {
        for (Row row : reading.rows(reading.of(MOVED).setLocalDate("day", day).setInt("shard", shard))) {
            json.list(row.getString("movements"), MOVEMENTS)
                    .forEach(movement -> sums.merge(movement.way(), movement, DayMovement::plus));
        }
    }
}
