package com.rebatesuite.inventory.view.redis;

import java.util.List;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * What is decided inside Redis. Every product is a hash: a field per location, and the field without a name that says in
 * which run of Redis all the others were filled in.
 *
 * <p>A Redis that was killed may come back with a state of some time ago. It does so in a new run, so nothing of it is
 * answered until it has been filled in again from the books.
 */
final class Scripts {

    private static final String RUN = "string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')";

    /** Answers the run and, for each hash, its fields and values; nothing for one that was not filled in this run. */
    static final RedisScript<List<Object>> READ = script("""
            local run = %s
            local found = {run}
            for i, key in ipairs(KEYS) do
              found[i + 1] = redis.call('HGET', key, '') == run and redis.call('HGETALL', key)
            end
            return found
            """.formatted(RUN));

    /**
     * Writes of a product's levels only what is later than what is there, so that no two writers can cross. All of them
     * in a certain run make the hash complete.
     */
    static final String WRITE = """
            local run, seconds = ARGV[1], ARGV[2]
            for i = 3, #ARGV, 2 do
              local known = redis.call('HGET', KEYS[1], ARGV[i]) or ''
              if tonumber(string.match(ARGV[i + 1], '^%%d+')) > tonumber(string.match(known, '^%%d+') or -1) then
                redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
              end
            end
            if run ~= '' and run == %s then
              redis.call('HSET', KEYS[1], '', run)
              redis.call('EXPIRE', KEYS[1], seconds)
            elseif redis.call('TTL', KEYS[1]) < 0 then
              redis.call('EXPIRE', KEYS[1], seconds)
            end
            return 1
            """.formatted(RUN);

    /** Removes hashes and answers the run. */
    static final RedisScript<List<Object>> FORGET = script("""
            for i, key in ipairs(KEYS) do
              redis.call('UNLINK', key)
            end
            return {%s}
            """.formatted(RUN));

    private Scripts() {}

    @SuppressWarnings("unchecked") // A script answers a list of whatever it has put there.
    private static RedisScript<List<Object>> script(String text) {
        return RedisScript.of(text, (Class<List<Object>>) (Class<?>) List.class);
    }
}
