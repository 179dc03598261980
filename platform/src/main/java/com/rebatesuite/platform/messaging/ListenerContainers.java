package com.rebatesuite.platform.messaging;

import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/** Gives every listener container of the binder our error handling, and the traces of its records. */
class ListenerContainers implements ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> {

    private final DeadLetters deadLetters;
    private final RetryProperties retry;
    private final RecordTraces traces;

    ListenerContainers(DeadLetters deadLetters, RetryProperties retry, RecordTraces traces) {
        this.deadLetters = deadLetters;
        this.retry = retry;
        this.traces = traces;
    }

    @Override
    public void configure(AbstractMessageListenerContainer<?, ?> container, String topic, String group) {
        container.setCommonErrorHandler(new RecordErrorHandler(deadLetters.of(group), retry));
        traced(container);
    }

    private <K, V> void traced(AbstractMessageListenerContainer<K, V> container) {
        container.setBatchInterceptor(traces.ofBatches());
        container.setRecordInterceptor(traces.ofRecords());
    }
}
