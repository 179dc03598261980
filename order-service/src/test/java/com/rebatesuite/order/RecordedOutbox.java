package com.rebatesuite.order;

import com.rebatesuite.platform.outbox.Outbox;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The real outbox, and a note of everything that was committed to it. */
public final class RecordedOutbox implements Outbox {

    private final Outbox real;
    private final List<OutboxMessage> committed = new CopyOnWriteArrayList<>();

    RecordedOutbox(Outbox real) {
        this.real = real;
    }

    @Override
    public void write(List<OutboxMessage> messages) {
        real.write(messages);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.addAll(messages);
            }
        });
    }

    /** What was committed about an order, in order. */
    public List<OutboxMessage> about(UUID orderId) {
        return committed.stream()
                .filter(message -> message.subject().equals(orderId.toString()))
                .toList();
    }

    /** The types of what was committed about an order, in order. */
    public List<String> typesAbout(UUID orderId) {
        return about(orderId).stream().map(OutboxMessage::type).toList();
    }
}
