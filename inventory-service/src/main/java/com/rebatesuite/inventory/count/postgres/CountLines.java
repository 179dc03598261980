package com.rebatesuite.inventory.count.postgres;

import com.rebatesuite.inventory.count.CountLine;
import com.rebatesuite.inventory.count.StockCount;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines of counts. */
final class CountLines {

    private final JdbcClient jdbc;

    CountLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As these products are now; one without a level may be found all the same. */
    void freeze(StockCount count, List<String> skus) {
        jdbc.sql("""
                        insert into stock_count_line (count_id, sku, baseline, shortfall, sequence)
                        select ?, wanted.sku, coalesce(on_hand, 0), coalesce(shortfall, 0), coalesce(sequence, 0)
                          from (select distinct sku from unnest(?::text[]) as row (sku)) wanted
                          left join stock_level level on level.sku = wanted.sku and level.location = ?
                        """)
                .param(count.id())
                .param(skus.toArray(String[]::new))
                .param(count.location())
                .update();
    }

    void freezeAll(StockCount count, int limit) {
        jdbc.sql("""
                        insert into stock_count_line (count_id, sku, baseline, shortfall, sequence)
                        select ?, sku, on_hand, shortfall, sequence from stock_level where location = ? limit ?
                        """).params(count.id(), count.location(), limit).update();
    }

    List<CountLine> of(UUID id) {
        return jdbc.sql("""
                        select line.*, cause is not null as booked
                          from stock_count_line line
                          left join booked_cause on cause = 'count/' || count_id || '/' || sku
                         where count_id = ?
                         order by sku
                        """).param(id).query(CountRows::line).list();
    }

    void update(StockCount count) {
        var lines = count.lines();
        jdbc.sql("""
                        update stock_count_line line
                           set counted = row.counted, counted_by = row.counted_by, closing = row.closing,
                               refusal = row.refusal
                          from unnest(?::text[], ?::bigint[], ?::text[], ?::boolean[], ?::text[])
                            as row (sku, counted, counted_by, closing, refusal)
                         where line.count_id = ? and line.sku = row.sku
                        """)
                .param(texts(lines, CountLine::sku))
                .param(texts(lines, line -> line.counted() == null ? null : Long.toString(line.counted())))
                .param(texts(lines, CountLine::countedBy))
                .param(texts(lines, line -> Boolean.toString(line.closing())))
                .param(texts(lines, CountLine::refusal))
                .param(count.id())
                .update();
    }

    private static @Nullable String[] texts(List<CountLine> lines, Function<CountLine, @Nullable String> column) {
        return lines.stream().map(column).toArray(String[]::new);
    }
}
