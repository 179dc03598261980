package com.rebatesuite.inventory.kafka;

import com.rebatesuite.inventory.commit.BooksConflict;
import com.rebatesuite.inventory.commit.BooksUnavailable;
import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.QueueFull;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.platform.telemetry.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Decides the records of a poll: all of them go into the queue of the group commit in their order, so they are decided
 * in a few transactions; then their answers are awaited. What is delivered again has no second effect.
 */
public final class CommandPoll {

    private static final long ANSWER_SECONDS = 60;
    private static final Pending NOT_OURS = new Pending(null, CompletableFuture.completedFuture(null));

    private final GroupCommit commit;
    private final Reader reader;
    private final Judge judge;

    /** A poll whose records are read like this, and whose outcomes are judged like that. */
    public CommandPoll(GroupCommit commit, Reader reader, Judge judge) {
        this.commit = commit;
        this.reader = reader;
        this.judge = judge;
    }

    /** Says what a record asks of the stock. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Empty when the record, which is the one at this place of the poll, is none of our business.
         *
         * @throws MalformedEvent if nobody can know what it asks
         */
        Optional<Asked> read(byte[] record, int index);
    }

    /** Says whether what has become of a command is right. */
    @FunctionalInterface
    public interface Judge {

        /** Lets pass what may be; throws what is for people to look at. */
        void judge(StockCommand command, Outcome outcome);
    }

    /** What is asked of the stock, as a part of which trace. */
    public record Asked(StockCommand command, Trace trace) {}

    /**
     * Decides the records in their order. A record without a value is malformed.
     *
     * @throws BatchListenerFailedException with the index of the record that failed; those before it are decided
     */
    public void decide(List<?> records) {
        var answers = submit(records);
        for (int index = 0; index < answers.size(); index++) {
            await(answers.get(index), index);
        }
    }

    /** Ends at the first record that cannot be submitted: nothing behind it may overtake it. */
    private List<Pending> submit(List<?> records) {
        var answers = new ArrayList<Pending>(records.size());
        for (int index = 0; index < records.size(); index++) {
            try {
                answers.add(submit(records.get(index), index));
            } catch (MalformedEvent | QueueFull stopped) {
                answers.add(Pending.failed(stopped));
                return answers;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                answers.add(Pending.failed(stopped));
                return answers;
            }
        }
        return answers;
    }

    private Pending submit(Object record, int index) throws InterruptedException {
        if (!(record instanceof byte[] bytes)) {
            throw new MalformedEvent("record: without a value (expected: JSON)");
        }
        var asked = reader.read(bytes, index).orElse(null);
        if (asked == null) {
            return NOT_OURS;
        }
        return new Pending(asked.command(), commit.submitPatiently(asked.command(), asked.trace()));
    }

    private void await(Pending pending, int index) {
        try {
            var outcome = pending.answer().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (pending.command() != null && outcome != null) {
                judge.judge(pending.command(), outcome);
            }
        } catch (ExecutionException failed) {
            throw failure(failed.getCause(), index);
        } catch (TimeoutException | RuntimeException failed) {
            throw failure(failed, index);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw failure(stop, index);
        }
    }

    private static BatchListenerFailedException failure(@Nullable Throwable cause, int index) {
        return switch (cause) {
            // Retried for as long as it takes: the record is right, the store is not there.
            case BooksUnavailable later -> later(later, index);
            case BooksConflict later -> later(later, index);
            case QueueFull later -> later(later, index);
            case TimeoutException later -> later(later, index);
            case InterruptedException later -> later(later, index);
            case Exception bad ->
                new BatchListenerFailedException("cannot be handled: " + bad.getMessage(), bad, index);
            case null -> new BatchListenerFailedException("cannot be handled", index);
            default -> new BatchListenerFailedException("cannot be handled", cause, index);
        };
    }

    private static BatchListenerFailedException later(Exception cause, int index) {
        var transientCause = new TransientDataAccessResourceException("the stock cannot be decided now", cause);
        return new BatchListenerFailedException("the stock cannot be decided now", transientCause, index);
    }

    /** A command on its way, or the failure to send it there. */
    private record Pending(@Nullable StockCommand command, CompletableFuture<Outcome> answer) {

        static Pending failed(Exception cause) {
            return new Pending(null, CompletableFuture.failedFuture(cause));
        }
    }
}
