package com.rebatesuite.inventory.replenishment;

import com.rebatesuite.inventory.commit.BooksConflict;
import com.rebatesuite.inventory.commit.BooksUnavailable;
import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.NotInTime;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.QueueFull;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.reservation.Line;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Books receipts that are noted. The stock and the replenishment are two transactions: the cause of the movement is the
 * receipt's own, so whoever finds it unmarked does both again, and neither has a second effect.
 */
@Component
public class BookReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(BookReceipts.class);

    private final Receipts receipts;
    private final NoteReceipts notes;
    private final GroupCommit commit;
    private final ReplenishmentProperties properties;
    private final ReplenishmentMeters meters;
    private final Clock clock;

    BookReceipts(
            Receipts receipts,
            NoteReceipts notes,
            GroupCommit commit,
            ReplenishmentProperties properties,
            ReplenishmentMeters meters,
            Clock clock) {
        this.receipts = receipts;
        this.notes = notes;
        this.commit = commit;
        this.properties = properties;
        this.meters = meters;
        this.clock = clock;
    }

    /** Books the receipt; empty when the stock is too busy or away, and the sweeper will do it. */
    public Optional<Replenishment> book(UUID receiptId) {
        return receipts.of(receiptId).flatMap(this::book);
    }

    /** Finishes what was noted and not marked, the oldest first. */
    @Scheduled(
            fixedDelayString = "${replenishment.receipts-after:10s}",
            initialDelayString = "${replenishment.receipts-after:10s}")
    public void finish() {
        var due = clock.instant().minus(properties.receiptsAfter());
        for (var receipt : receipts.pending(due, properties.receiptsBatch())) {
            try {
                book(receipt);
            } catch (RuntimeException bad) {
                // One that cannot be booked must not keep the others waiting.
                LOG.warn("receipt {} cannot be finished", receipt.cause(), bad);
                meters.receiptFailed();
            }
        }
    }

    private Optional<Replenishment> book(Receipt receipt) {
        try {
            var goods = List.of(new Line(receipt.key(), receipt.quantity()));
            var outcome = commit.decide(new StockCommand.Receive(receipt.origin(), goods, false));
            if (!(outcome instanceof Outcome.Booked)) {
                throw new IllegalStateException("receipt " + receipt.cause() + ": " + outcome + " (expected: booked)");
            }
        } catch (QueueFull | NotInTime | BooksConflict | BooksUnavailable later) {
            LOG.info("receipt {} is booked later: {}", receipt.cause(), later.getMessage());
            return Optional.empty();
        }
        return Optional.of(notes.mark(receipt));
    }
}
