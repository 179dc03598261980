package com.rebatesuite.inventory.count.postgres;

import com.rebatesuite.inventory.count.CloseCount;
import com.rebatesuite.inventory.count.CountHead;
import com.rebatesuite.inventory.count.Status;
import com.rebatesuite.inventory.count.StockCount;
import com.rebatesuite.inventory.count.StockCounts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts in PostgreSQL. Whether a line is booked is not kept beside the books: its cause says so. */
@Component
class PostgresCounts implements StockCounts {

    private final JdbcClient jdbc;
    private final CountLines lines;
    private final TransactionTemplate together;
    private final TransactionTemplate now;

    PostgresCounts(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.lines = new CountLines(jdbc);
        this.together = new TransactionTemplate(transactions);
        this.now = new TransactionTemplate(transactions);
        now.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public StockCount open(StockCount empty, List<String> skus, int limit) {
        return Objects.requireNonNull(together.execute(status -> {
            jdbc.sql("""
                            insert into stock_count (id, location, reference, opened_by, opened_at, status, version)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(empty.id(), empty.location(), empty.reference(), empty.openedBy())
                    .param(empty.openedAt().atOffset(ZoneOffset.UTC))
                    .params(empty.status().wire(), empty.version())
                    .update();
            if (skus.isEmpty()) {
                lines.freezeAll(empty, limit);
            } else {
                lines.freeze(empty, skus);
            }
            return CountRows.with(empty, lines.of(empty.id()));
        }));
    }

    @Override
    public Optional<StockCount> of(UUID id) {
        return head(id, "").map(head -> CountRows.with(head, lines.of(id)));
    }

    @Override
    public List<CountHead> page(Status status, UUID before, int limit) {
        return jdbc.sql("select " + CountRows.HEAD + """
                             , count(*) as lines, count(counted) as counted, count(cause) as booked
                          from stock_count
                          join stock_count_line on count_id = id
                          left join booked_cause on cause = 'count/' || id || '/' || sku
                         where status = ? and id < ?
                         group by id
                         order by id desc
                         limit ?
                        """)
                .params(status.wire(), before, limit)
                .query(CountRows::head)
                .list();
    }

    @Override
    public StockCount changeNow(UUID id, UnaryOperator<StockCount> change) {
        return Objects.requireNonNull(now.execute(status -> changed(id, change)));
    }

    @Override
    public StockCount change(UUID id, UnaryOperator<StockCount> change) {
        return Objects.requireNonNull(together.execute(status -> changed(id, change)));
    }

    private StockCount changed(UUID id, UnaryOperator<StockCount> change) {
        var count = head(id, " for update").orElseThrow(() -> CloseCount.unknown(id));
        // Read behind the lock: what the last owner has booked is seen.
        var changed = change.apply(CountRows.with(count, lines.of(id)));
        jdbc.sql("update stock_count set status = ?, version = ? where id = ?")
                .params(changed.status().wire(), changed.version(), id)
                .update();
        lines.update(changed);
        return changed;
    }

    private Optional<StockCount> head(UUID id, String lock) {
        return jdbc.sql("select " + CountRows.HEAD + " from stock_count where id = ?" + lock)
                .param(id)
                .query(CountRows::empty)
                .optional();
    }
}
