package com.rebatesuite.platform.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The first answers in PostgreSQL, by caller and key. */
class Answers {

    // Our namespace among the advisory locks of the database: "idem" as an int.
    private static final int LOCKS = 0x6964656d;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final Clock clock;

    Answers(JdbcClient jdbc, JsonMapper mapper, Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Takes the key until the transaction ends; false when somebody else has it. */
    boolean tryLock(String caller, String key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(?, hashtext(?))")
                .params(LOCKS, caller + "\u001f" + key)
                .query(Boolean.class)
                .single();
    }

    Optional<StoredAnswer> find(String caller, String key) {
        return jdbc.sql(
                        "select fingerprint, status, headers::text as headers, body from idempotent_request where caller = ? and key = ?")
                .params(caller, key)
                .query((row, number) -> new StoredAnswer(
                        row.getBytes("fingerprint"),
                        row.getInt("status"),
                        mapper.readValue(row.getString("headers"), HEADERS),
                        row.getBytes("body")))
                .optional();
    }

    void insert(String caller, String key, StoredAnswer answer) {
        jdbc.sql(
                        "insert into idempotent_request (caller, key, fingerprint, status, headers, body, created_at) values (?, ?, ?, ?, ?::jsonb, ?, ?)")
                .params(caller, key, answer.fingerprint(), answer.status())
                .params(mapper.writeValueAsString(answer.headers()), answer.body(), now())
                .update();
    }

    void update(String caller, String key, StoredAnswer answer) {
        jdbc.sql("update idempotent_request set status = ?, headers = ?::jsonb, body = ? where caller = ? and key = ?")
                .params(answer.status(), mapper.writeValueAsString(answer.headers()), answer.body(), caller, key)
                .update();
    }

    /** Forgets at most {@code limit} answers older than this, and says how many. */
    int forget(Duration age, int limit) {
        return jdbc.sql("""
                        delete from idempotent_request where (caller, key) in (
                            select caller, key from idempotent_request where created_at < ? order by created_at limit ?
                            for update skip locked)
                        """).params(now().minus(age), limit).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
