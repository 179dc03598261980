package com.rebatesuite.inventory.movement.postgres;

import com.rebatesuite.inventory.movement.JournalMonths;
import com.rebatesuite.inventory.movement.JournalProperties;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The partitions of the journal. Each change is one transaction that one replica does, and that gives way when it cannot
 * have its locks soon: everybody who books would queue behind it.
 */
@Component
class PostgresMonths implements JournalMonths {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresMonths.class);
    // Our namespace among the advisory locks of the database: "jrnl" as a number.
    private static final long ONE_AT_A_TIME = 0x6a726e6cL;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'movement_'yyyy'_'MM");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JournalProperties properties;

    PostgresMonths(JdbcClient jdbc, PlatformTransactionManager transactions, JournalProperties properties) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
    }

    @Override
    public SortedSet<YearMonth> kept() {
        return jdbc.sql("""
                        select relname
                          from pg_inherits join pg_class partition on partition.oid = inhrelid
                         where inhparent = 'movement'::regclass and relname <> 'movement_default'
                        """).query(String.class).list().stream()
                .map(name -> YearMonth.parse(name, NAME))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public long strays() {
        return jdbc.sql("select count(*) from movement_default")
                .query(Long.class)
                .single();
    }

    /** The default partition is taken out, and everything in it booked to the month it belongs to. */
    @Override
    public boolean takeIn() {
        return alone(() -> {
            run("alter table movement detach partition movement_default");
            run("alter table movement_default rename to movement_stray");
            var kept = kept();
            strayMonths().stream().filter(month -> !kept.contains(month)).forEach(this::create);
            call("select movement_add_partition('movement_default', 'default')");
            run("insert into movement select * from movement_stray");
            run("drop table movement_stray");
        });
    }

    @Override
    public boolean add(YearMonth month) {
        return alone(() -> {
            if (!kept().contains(month)) {
                create(month);
            }
        });
    }

    @Override
    public boolean carry(YearMonth month) {
        return alone(() -> {
            if (kept().contains(month)) {
                carryForward(month);
            }
        });
    }

    private void carryForward(YearMonth month) {
        var name = NAME.format(month);
        // Nothing is added any more between the sum and the end.
        run("lock table " + name + " in share mode");
        jdbc.sql("""
                        insert into movement_carried
                            (sku, location, on_hand, held, damaged, shortfall, sequence, through)
                        select sku, location, sum(on_hand_delta), sum(held_delta), sum(damaged_delta),
                               sum(shortfall_delta), max(sequence), ?::timestamptz
                          from
                        """ + name + """
                         group by sku, location
                            on conflict (sku, location) do update
                           set on_hand = movement_carried.on_hand + excluded.on_hand,
                               held = movement_carried.held + excluded.held,
                               damaged = movement_carried.damaged + excluded.damaged,
                               shortfall = movement_carried.shortfall + excluded.shortfall,
                               sequence = greatest(movement_carried.sequence, excluded.sequence),
                               through = greatest(movement_carried.through, excluded.through)
                        """)
                .param(month.plusMonths(1).atDay(1) + "T00:00Z")
                .update();
        run("drop table " + name);
    }

    private void create(YearMonth month) {
        call("select movement_add_month('" + month.atDay(1) + "')");
    }

    private SortedSet<YearMonth> strayMonths() {
        return jdbc
                .sql("select distinct to_char(recorded_at at time zone 'UTC', 'YYYY-MM') from movement_stray")
                .query(String.class)
                .list()
                .stream()
                .map(YearMonth::parse)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean alone(Runnable change) {
        try {
            return transaction.execute(status -> {
                run("set local lock_timeout = " + properties.giveWayAfter().toMillis());
                if (!isAlone()) {
                    return false;
                }
                change.run();
                return true;
            });
        } catch (ConcurrencyFailureException | DataIntegrityViolationException raced) {
            // A deadlock, or a stray that has come meanwhile and is in the way of its month.
            return later(raced);
        } catch (UncategorizedSQLException failure) {
            if (failure.getCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return later(failure);
            }
            throw failure;
        }
    }

    private static boolean later(DataAccessException busy) {
        LOG.info("a month of the journal waits for those who book: {}", busy.getMessage());
        return false;
    }

    private boolean isAlone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(ONE_AT_A_TIME)
                .query(Boolean.class)
                .single();
    }

    private void call(String function) {
        jdbc.sql(function).query(row -> {});
    }

    private void run(String statement) {
        jdbc.sql(statement).update();
    }
}
