package com.rebatesuite.inventory.commit;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.rebatesuite.platform.telemetry.Trace;
import com.rebatesuite.platform.telemetry.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides all commands of this replica, many at a time: one thread takes what waits, books it in one transaction and
 * answers everybody after the commit. Commands are decided in the order in which they were submitted.
 */
public final class GroupCommit {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int ATTEMPTS = 5;

    private final Books books;
    private final Decider decider;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Traces traces;
    private final StockProperties properties;
    private final BlockingQueue<Request> queue;
    private final CommitMeters meters;
    private final Thread committer = new Thread(this::run, "stock-committer");
    private volatile boolean open = true;

    public GroupCommit(
            Books books,
            Clock clock,
            Supplier<UUID> ids,
            Traces traces,
            StockProperties properties,
            MeterRegistry registry) {
        this.books = books;
        this.decider = new Decider(properties.holdFor(), properties.holds());
        this.clock = clock;
        this.ids = ids;
        this.traces = traces;
        this.properties = properties;
        this.queue = new ArrayBlockingQueue<>(properties.queue());
        this.meters = new CommitMeters(registry, queue);
    }

    /** Begins to decide. */
    public void start() {
        committer.start();
    }

    /**
     * Asks for a decision, as a part of the caller's trace. The answer comes after it is committed.
     *
     * @throws QueueFull if too many wait already
     */
    public CompletableFuture<Outcome> submit(StockCommand command) {
        var request = Request.of(command, traces.current());
        if (!open || !queue.offer(request)) {
            meters.refusedForFullQueue.increment();
            throw new QueueFull(properties.queue());
        }
        return request.answer();
    }

    /**
     * The same for callers that can wait until there is room, and know better which trace it belongs to.
     *
     * @throws QueueFull if there is still no room after the time in which answers are due
     * @throws InterruptedException if the caller is to stop waiting
     */
    public CompletableFuture<Outcome> submitPatiently(StockCommand command, Trace trace) throws InterruptedException {
        var request = Request.of(command, trace);
        if (!open || !queue.offer(request, properties.answerWithin().toMillis(), TimeUnit.MILLISECONDS)) {
            meters.refusedForFullQueue.increment();
            throw new QueueFull(properties.queue());
        }
        return request.answer();
    }

    /**
     * Asks for a decision and waits for it.
     *
     * @throws QueueFull if too many wait already
     * @throws NotInTime if it takes too long
     * @throws BooksUnavailable if the store is away
     */
    public Outcome decide(StockCommand command) {
        return answer(submit(command));
    }

    /** Asks for many decisions at once and waits for all of them; they come in the order of the commands. */
    public List<Outcome> decideAll(List<? extends StockCommand> commands) {
        var answers = commands.stream().map(this::submit).toList();
        return answers.stream().map(this::answer).toList();
    }

    private Outcome answer(CompletableFuture<Outcome> decision) {
        try {
            return decision.get(properties.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new NotInTime(properties.answerWithin());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new NotInTime(properties.answerWithin());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    /** Takes no more commands, decides those that wait, and ends. */
    public void stop() throws InterruptedException {
        open = false;
        committer.join(properties.answerWithin().toMillis());
        var undecided = new ArrayList<Request>();
        queue.drainTo(undecided);
        fail(undecided, new QueueFull(properties.queue()));
    }

    private void run() {
        while (open || !queue.isEmpty()) {
            try {
                var requests = take();
                if (!requests.isEmpty()) {
                    commit(requests);
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<Request> take() throws InterruptedException {
        var first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        var requests = new ArrayList<Request>();
        requests.add(first);
        queue.drainTo(requests, properties.batch() - 1);
        return requests;
    }

    private void commit(List<Request> requests) {
        var now = System.nanoTime();
        requests.forEach(request -> meters.waited.record(now - request.askedNanos(), NANOSECONDS));
        meters.batch.record(requests.size());
        try {
            meters.booked.record(() -> book(requests));
        } catch (BooksUnavailable later) {
            fail(requests, later);
        } catch (RuntimeException oneIsBad) {
            oneByOne(requests, oneIsBad);
        } catch (Error broken) {
            fail(requests, broken);
            throw broken;
        }
    }

    /** One command that cannot be written must not sink the others. */
    private void oneByOne(List<Request> requests, RuntimeException cause) {
        if (requests.size() == 1) {
            fail(requests, cause);
            return;
        }
        LOG.warn("a batch of {} cannot be written, deciding its commands one by one", requests.size(), cause);
        meters.oneByOne.increment();
        for (int index = 0; index < requests.size(); index++) {
            var request = requests.subList(index, index + 1);
            try {
                book(request);
            } catch (BooksUnavailable later) {
                // Everybody else would wait for the same store.
                fail(requests.subList(index, requests.size()), later);
                return;
            } catch (RuntimeException bad) {
                fail(request, bad);
            }
        }
    }

    private void book(List<Request> requests) {
        for (int attempt = 1; ; attempt++) {
            try {
                var batch = new Batch(decider, moment(), requests, meters);
                batch.bookIn(books);
                batch.answer();
                return;
            } catch (BooksConflict conflict) {
                meters.conflicts.increment();
                if (attempt == ATTEMPTS) {
                    throw conflict;
                }
            }
        }
    }

    /** Whole milliseconds, so that what is answered and what is stored are the same instant. */
    private Moment moment() {
        return new Moment(clock.instant().truncatedTo(ChronoUnit.MILLIS), ids);
    }

    private static void fail(List<Request> requests, Throwable cause) {
        requests.forEach(request -> request.answer().completeExceptionally(cause));
    }
}
