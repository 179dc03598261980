package com.rebatesuite.platform.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Decides by what went wrong: a malformed record is a dead letter at once, a store that is away is waited for without
 * end, and anything else is tried a few times first. A batch goes on after its failed record.
 */
class RecordErrorHandler implements CommonErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RecordErrorHandler.class);

    private final DefaultErrorHandler atOnce;
    private final DefaultErrorHandler patient;
    private final DefaultErrorHandler limited;

    RecordErrorHandler(ConsumerRecordRecoverer deadLetters, RetryProperties retry) {
        atOnce = handler(deadLetters, new FixedBackOff(0, 0));
        patient = handler(deadLetters, growing(retry));
        var fewTries = growing(retry);
        fewTries.setMaxAttempts(retry.attempts() - 1);
        limited = handler(deadLetters, fewTries);
    }

    private static ExponentialBackOff growing(RetryProperties retry) {
        var pauses = new ExponentialBackOff(retry.firstPause().toMillis(), 2);
        pauses.setMaxInterval(retry.maxPause().toMillis());
        return pauses;
    }

    private static DefaultErrorHandler handler(ConsumerRecordRecoverer deadLetters, BackOff pauses) {
        var handler = new DefaultErrorHandler(deadLetters, pauses);
        // Which failures are worth another try is decided here, not by the framework's list.
        handler.setClassifications(Map.of(), true);
        // We log ourselves, one line; the framework would print the stack at every try.
        handler.setLogLevel(KafkaException.Level.DEBUG);
        return handler;
    }

    private DefaultErrorHandler choose(Exception failure) {
        var cause = Failures.ofHandler(failure);
        if (Failures.find(failure, MalformedEvent.class).isPresent()) {
            return atOnce;
        }
        if (StoreFailures.isOne(cause)) {
            LOG.warn("waiting for a store: {}", cause.toString());
            return patient;
        }
        LOG.warn("handling a record failed: {}", cause.toString());
        return limited;
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public void handleRemaining(
            Exception failure,
            List<ConsumerRecord<?, ?>> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        choose(failure).handleRemaining(failure, records, consumer, container);
    }

    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        choose(failure).handleBatch(withIndex(failure), records, consumer, container, invokeListener);
    }

    /** A failure that names no record is the first one's: the framework would give up the whole batch together. */
    private static Exception withIndex(Exception failure) {
        if (Failures.find(failure, BatchListenerFailedException.class).isPresent()) {
            return failure;
        }
        return new BatchListenerFailedException("a batch failed as a whole", failure, 0);
    }

    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        limited.handleOtherException(failure, consumer, container, batchListener);
    }

    @Override
    public void clearThreadState() {
        atOnce.clearThreadState();
        patient.clearThreadState();
        limited.clearThreadState();
    }

    @Override
    public boolean isAckAfterHandle() {
        return true;
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Runnable publishPause) {
        limited.onPartitionsAssigned(consumer, partitions, publishPause);
    }
}
