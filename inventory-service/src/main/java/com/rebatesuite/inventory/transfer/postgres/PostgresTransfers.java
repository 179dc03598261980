package com.rebatesuite.inventory.transfer.postgres;

import com.rebatesuite.inventory.commit.BooksConflict;
import com.rebatesuite.inventory.transfer.MoveGoods;
import com.rebatesuite.inventory.transfer.Transfer;
import com.rebatesuite.inventory.transfer.Transfers;
import java.time.Instant;
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

/** Transfers in PostgreSQL. Nobody holds a lock of them while he waits for the books. */
@Component
class PostgresTransfers implements Transfers {

    private final JdbcClient jdbc;
    private final TransferRows rows;
    private final TransactionTemplate together;
    private final TransactionTemplate now;

    PostgresTransfers(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = new TransferRows(jdbc);
        this.together = new TransactionTemplate(transactions);
        this.now = new TransactionTemplate(transactions);
        now.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Optional<Transfer> of(UUID id) {
        return rows.read("id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<Transfer> asked(String request) {
        return rows
                .read("id in (select transfer_id from transfer_step where request = ? and kind = 'send')", request)
                .stream()
                .findFirst();
    }

    @Override
    public List<Transfer> page(boolean open, UUID before, int limit) {
        return rows.read("open = ? and id < ? order by id desc limit ?", open, before, limit);
    }

    @Override
    public List<Transfer> unfinished(Instant before, int limit) {
        return rows.read("""
                open and exists (
                    select from transfer_step
                     where transfer_id = id and kind <> 'lose' and at < ?
                       and not exists (select from booked_cause
                                        where cause = 'transfer/' || transfer_id || '/' || request))
                order by id limit ?
                """, before.atOffset(ZoneOffset.UTC), limit);
    }

    @Override
    public Transfer planNow(Transfer fresh) {
        boolean planned = Objects.requireNonNull(now.execute(status -> {
            boolean first = rows.insert(fresh);
            if (!first) {
                status.setRollbackOnly();
            }
            return first;
        }));
        return planned ? fresh : asked(fresh.steps().getFirst().request()).orElseThrow(PostgresTransfers::gone);
    }

    @Override
    public Transfer planNow(UUID id, UnaryOperator<Transfer> plan) {
        return Objects.requireNonNull(now.execute(status -> {
            var planned = plan.apply(locked(id));
            rows.insertSteps(planned);
            return planned;
        }));
    }

    @Override
    public Transfer settle(UUID id) {
        return Objects.requireNonNull(together.execute(status -> {
            var settled = locked(id);
            jdbc.sql("update transfer set open = ? where id = ?")
                    .params(settled.isOpen(), id)
                    .update();
            return settled;
        }));
    }

    /** Its cause is taken, so that nobody who has it in his hands can still book it. */
    @Override
    public void forget(Transfer unsent) {
        now.executeWithoutResult(status -> {
            int taken = jdbc.sql("""
                            insert into booked_cause (cause, recorded_at) values (?, ?) on conflict do nothing
                            """)
                    .param("transfer/" + unsent.id() + "/"
                            + unsent.steps().getFirst().request())
                    .param(unsent.openedAt().atOffset(ZoneOffset.UTC))
                    .update();
            if (taken == 1) {
                jdbc.sql("delete from transfer where id = ?").param(unsent.id()).update();
            }
        });
    }

    private static BooksConflict gone() {
        return new BooksConflict("a transfer that was asked for twice has just been refused once", null);
    }

    /** What is read after the lock is what its last owner left. */
    private Transfer locked(UUID id) {
        jdbc.sql("select from transfer where id = ? for update").param(id).query(row -> {});
        return of(id).orElseThrow(() -> MoveGoods.unknown(id));
    }
}
