package com.rebatesuite.platform.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows that wait, as the relay sees them. */
class OutboxTable {

    // Our namespace among the advisory locks of the database: "outb" as an int.
    private static final int LOCKS = 0x6f757462;
    private static final int COUNTED_AT_MOST = 1_000_000;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    OutboxTable(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /** The buckets in which something waits. */
    List<Integer> bucketsWithRows() {
        return jdbc.sql("""
                        select bucket from generate_series(0, ?) as bucket
                        where exists (select from outbox where outbox.bucket = bucket.bucket)
                        """)
                .param(Buckets.COUNT - 1)
                .query((row, number) -> row.getInt("bucket"))
                .list();
    }

    /** Takes the bucket until the transaction ends; false when another relay has it. */
    boolean tryLock(int bucket) {
        return jdbc.sql("select pg_try_advisory_xact_lock(?, ?)")
                .params(LOCKS, bucket)
                .query(Boolean.class)
                .single();
    }

    List<OutboxRow> oldest(int bucket, int limit) {
        return jdbc.sql("""
                        select id, topic, key, payload, headers::text as headers from outbox
                        where bucket = ?::smallint order by id limit ?
                        """)
                .params(bucket, limit)
                .query((row, number) -> new OutboxRow(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getBytes("payload"),
                        mapper.readValue(row.getString("headers"), HEADERS)))
                .list();
    }

    /** By id, never by range: a smaller id may be committed later than a larger one, and has not been sent then. */
    void delete(Collection<Long> ids) {
        jdbc.sql("delete from outbox where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .update();
    }

    Backlog backlog() {
        return jdbc.sql("""
                        select (select count(*) from (select from outbox limit ?) as counted) as rows,
                               coalesce(extract(epoch from clock_timestamp() -
                                   (select created_at from outbox order by id limit 1)), 0) as age
                        """)
                .param(COUNTED_AT_MOST)
                .query((row, number) ->
                        new Backlog(row.getLong("rows"), Duration.ofMillis((long) (row.getDouble("age") * 1000))))
                .single();
    }

    /** How much waits (counted up to a million), and for how long the oldest has. */
    record Backlog(long rows, Duration age) {}
}
