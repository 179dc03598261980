package com.rebatesuite.inventory.commit.postgres;

import com.rebatesuite.inventory.commit.Announcements;
import com.rebatesuite.inventory.commit.Books;
import com.rebatesuite.inventory.commit.BooksConflict;
import com.rebatesuite.inventory.commit.BooksUnavailable;
import com.rebatesuite.inventory.commit.Entries;
import com.rebatesuite.inventory.commit.Loaded;
import com.rebatesuite.inventory.commit.Touched;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The books in PostgreSQL: each batch is one transaction that holds all its row locks from the first look to the commit. */
@Component
class PostgresBooks implements Books {

    private static final int TIMEOUT_SECONDS = 20;

    private final TransactionTemplate transaction;
    private final LockAndLoad lockAndLoad;
    private final WriteEntries writeEntries;
    private final Announcements announcements;

    PostgresBooks(
            JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper mapper, Announcements announcements) {
        var rows = new ReservationRows(mapper);
        this.lockAndLoad = new LockAndLoad(jdbc, rows);
        this.writeEntries = new WriteEntries(jdbc, rows);
        this.announcements = announcements;
        this.transaction = new TransactionTemplate(transactions);
        // READ COMMITTED, as the pool says: each statement must see what the owner of a lock left while we waited for
        // it.
        // To say it here would be a question to the store in each transaction.
        transaction.setTimeout(TIMEOUT_SECONDS);
    }

    @Override
    public void book(Touched touched, Function<Loaded, Entries> decide) {
        try {
            transaction.executeWithoutResult(status -> {
                var loaded = lockAndLoad.load(touched);
                var entries = decide.apply(loaded);
                if (!entries.isEmpty()) {
                    writeEntries.write(touched, loaded, entries);
                    announcements.announce(entries);
                }
            });
        } catch (ConcurrencyFailureException | DuplicateKeyException conflict) {
            throw new BooksConflict("somebody else was faster", conflict);
        } catch (DataAccessResourceFailureException
                | RecoverableDataAccessException
                | TransientDataAccessException
                | TransactionException away) {
            throw new BooksUnavailable("the stock database does not answer", away);
        }
    }
}
