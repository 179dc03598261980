package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.rebate.budget.Slice;
import com.rebatesuite.rebate.ledger.Budgeting;
import com.rebatesuite.rebate.ledger.Decision;
import com.rebatesuite.rebate.ledger.Input;
import com.rebatesuite.rebate.ledger.Ledger;
import com.rebatesuite.rebate.ledger.State;
import com.rebatesuite.rebate.ledger.kafka.InputReader.Told;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One partition's ledger: reads a record, asks {@link Ledger} and writes what it decided with the recording, all within the
 * transaction of the stream. What budgets do not suffice for waits until a slice arrives, with all of the same shopper
 * behind it.
 */
final class LedgerProcessor implements Processor<String, byte[], String, Outcome> {

    private final LedgerParts parts;
    private final InputReader reader;
    private ProcessorContext<String, Outcome> context;
    private Outlet outlet;
    private BookStore books;
    private SliceStore slices;
    private Waiting waiting;
    private Expiries expiries;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    LedgerProcessor(LedgerParts parts) {
        this.parts = parts;
        this.reader = new InputReader(parts.mapper(), parts.meters(), parts.quotes());
    }

    @Override
    public void init(ProcessorContext<String, Outcome> processorContext) {
        context = processorContext;
        outlet = new Outlet(context, parts);
        KeyValueStore<String, State> states = context.getStateStore(LedgerStores.BOOKS);
        KeyValueStore<String, Slice> sliced = context.getStateStore(LedgerStores.SLICES);
        var properties = parts.properties();
        books = new BookStore(states, context.getStateStore(LedgerStores.DUE), properties.recentRows());
        slices = new SliceStore(sliced, parts.campaigns(), context.taskId().partition());
        waiting = new Waiting(
                context.getStateStore(LedgerStores.WAITING), parts.metrics(), properties.mostWaiting(), this::now);
        expiries = new Expiries(books, user -> waiting.holds(user));
        context.schedule(
                properties.expiryInterval(),
                PunctuationType.WALL_CLOCK_TIME,
                time -> expire(Instant.ofEpochMilli(time)));
        context.schedule(
                properties.budgetInterval(),
                PunctuationType.WALL_CLOCK_TIME,
                time -> tendBudgets(Instant.ofEpochMilli(time)));
    }

    @Override
    public void close() {
        waiting.close();
    }

    @Override
    public void process(Record<String, byte[]> record) {
        var arrival = Arrival.of(record, context.recordMetadata().orElseThrow());
        try {
            var told = reader.read(arrival.value());
            if (told != null) {
                take(arrival, told);
            }
        } catch (MalformedEvent malformed) {
            outlet.bury(arrival, "malformed", String.valueOf(malformed.getMessage()));
        }
    }

    private void take(Arrival arrival, Told told) {
        if (told.what() instanceof GrantedMessage grant) {
            slices.granted(grant);
            workOff();
        } else if (told.what() instanceof Input input) {
            take(arrival, told, input);
        }
    }

    private void take(Arrival arrival, Told told, Input input) {
        if (!input.userId().equals(arrival.key())) {
            outlet.bury(arrival, "key-is-not-the-user", told.type() + " " + told.eventId());
        } else if (waiting.holds(arrival.key())) {
            queue(arrival);
        } else if (!decide(arrival, told, input, slices)) {
            queue(arrival);
            request(slices.ask(waiting.missing()));
        }
    }

    /** Whether it is decided; otherwise it has to wait. */
    private boolean decide(Arrival arrival, Told told, Input input, Budgeting budgets) {
        var decision = decide(input, budgets);
        switch (decision) {
            case Decision.Booked booked -> book(arrival, booked, told.time());
            case Decision.Remembered remembered ->
                remembered.changed().forEach(state -> books.put(input.userId(), state));
            case Decision.Waiting missing -> waiting.misses(input.userId(), missing.missing());
            case Decision.Ignored ignored -> parts.metrics().ignored(ignored.reason());
            case Decision.Refused refused -> outlet.bury(arrival, refused.reason(), told.type() + " " + told.eventId());
        }
        return !(decision instanceof Decision.Waiting);
    }

    /** Nothing is written in here, so whatever fails leaves no trace but a dead letter. */
    private Decision decide(Input input, Budgeting budgets) {
        try {
            var user = input.userId();
            return Ledger.decide(parts.books(user, books.of(user), budgets, now()), input);
        } catch (IllegalArgumentException | ArithmeticException nonsense) {
            throw new MalformedEvent(String.valueOf(nonsense.getMessage()), nonsense);
        }
    }

    private void book(Arrival arrival, Decision.Booked booked, Instant eventTime) {
        var bytes = parts.serialise(booked.recording());
        if (bytes.length > LedgerParts.LARGEST_RECORDING) {
            outlet.bury(arrival, "too-large", "recording of " + bytes.length + " bytes");
            return;
        }
        write(booked, bytes, eventTime, arrival.timestamp(), arrival.trace());
    }

    private void write(Decision.Booked booked, byte[] bytes, Instant eventTime, long timestamp, Headers headers) {
        var recording = booked.recording();
        var user = recording.userId();
        recording.changed().forEach(state -> books.put(user, state));
        booked.expiries().forEach(at -> books.expires(user, at));
        slices.draw(booked.drawn());
        parts.metrics().booked(recording, eventTime);
        outlet.recorded(user, bytes, timestamp, headers);
    }

    /** A record has to wait. When no more may wait, the shopper's are decided with what budget there is. */
    private void queue(Arrival arrival) {
        waiting.add(arrival);
        if (waiting.isFull()) {
            cut(arrival.key());
        }
    }

    private void tendBudgets(Instant now) {
        request(slices.giveBack(now));
        waiting.longerThan(parts.properties().longestWait()).forEach(this::cut);
    }

    /** That shopper waits no longer. */
    private void cut(String user) {
        parts.metrics().waitedEnough();
        workOff(user, slices.asTheyAre());
    }

    private void workOff() {
        waiting.users().forEach(user -> workOff(user, slices));
        request(slices.ask(waiting.missing()));
    }

    private void workOff(String user, Budgeting budgets) {
        while (waiting.holds(user)) {
            var arrival = waiting.first(user);
            if (!decideAgain(arrival, budgets)) {
                return;
            }
            waiting.removeFirst(user);
        }
    }

    private boolean decideAgain(Arrival arrival, Budgeting budgets) {
        try {
            var told = reader.read(arrival.value());
            return told == null || !(told.what() instanceof Input input) || decide(arrival, told, input, budgets);
        } catch (MalformedEvent malformed) {
            outlet.bury(arrival, "malformed", String.valueOf(malformed.getMessage()));
            return true;
        }
    }

    private void expire(Instant now) {
        expiries.due(now).forEach(due -> {
            if (decide(due, slices) instanceof Decision.Booked booked) {
                write(booked, parts.serialise(booked.recording()), now, now.toEpochMilli(), new RecordHeaders());
            }
        });
    }

    private void request(List<RequestedMessage> requests) {
        outlet.request(requests, now());
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
