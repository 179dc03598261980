package com.rebatesuite.inventory.deadletter.kafka;

import static java.util.stream.Collectors.toMap;

import com.rebatesuite.inventory.deadletter.DeadLetters.UnknownDeadTopic;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.stereotype.Component;

/** Which dead letter topics this service has: one for each topic that one of its groups reads. */
@Component
class DeadTopics {

    private final SortedMap<String, String> sources;

    DeadTopics(BindingServiceProperties bindings) {
        sources = bindings.getBindings().values().stream()
                .filter(binding -> binding.getGroup() != null)
                .flatMap(DeadTopics::of)
                .collect(toMap(Dead::topic, Dead::source, (one, same) -> one, TreeMap::new));
    }

    /** The topics by name, each with where its records come from. */
    SortedMap<String, String> sources() {
        return sources;
    }

    void require(String topic) {
        if (!sources.containsKey(topic)) {
            throw new UnknownDeadTopic(topic, List.copyOf(sources.keySet()));
        }
    }

    private static Stream<Dead> of(BindingProperties binding) {
        return Stream.of(binding.getDestination().split(","))
                .map(source -> new Dead(source + "-" + binding.getGroup() + "-dead", source));
    }

    private record Dead(String topic, String source) {}
}
