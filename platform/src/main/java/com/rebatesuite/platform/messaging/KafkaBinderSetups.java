package com.rebatesuite.platform.messaging;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.cloud.stream.binder.Binder;
import org.springframework.cloud.stream.binder.BinderCustomizer;
import org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder;

/** Applies all setups to each Kafka binder, once: Spring Cloud Stream takes one customizer and calls it per lookup. */
class KafkaBinderSetups implements BinderCustomizer {

    private final List<KafkaBinderSetup> setups;
    private final Set<KafkaMessageChannelBinder> done =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    KafkaBinderSetups(List<KafkaBinderSetup> setups) {
        this.setups = List.copyOf(setups);
    }

    @Override
    public void customize(Binder<?, ?, ?> binder, String binderName) {
        if (binder instanceof KafkaMessageChannelBinder kafka && done.add(kafka)) {
            setups.forEach(setup -> setup.apply(kafka));
        }
    }
}
