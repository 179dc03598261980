package com.rebatesuite.inventory.deadletter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dead letter topics of this service. Every call is bounded in time and in what it reads. */
public interface DeadLetters {

    /** All dead letter topics, by name. */
    List<DeadTopic> topics();

    /**
     * The newest letters of a topic, in each partition before these offsets; a partition that is not named is read from
     * its end.
     *
     * @throws UnknownDeadTopic if this service has no such topic
     */
    LetterPage newest(String topic, Map<Integer, Long> before, int limit);

    /**
     * The record that is kept there, if it is still kept.
     *
     * @throws UnknownDeadTopic if this service has no such topic
     */
    Optional<DeadRecord> find(RecordId id);

    /** Writes the record to the topic and partition it came from, and says where it is now. */
    RecordId putBack(DeadRecord dead, @Nullable Payload value);

    /** A topic that is not one of ours to look into. */
    final class UnknownDeadTopic extends RuntimeException {

        private static final long serialVersionUID = 1;

        public UnknownDeadTopic(String topic, List<String> topics) {
            super("topic: " + topic + " (expected: one of " + String.join(", ", topics) + ")");
        }
    }

    /** Kafka does not answer in time: the same may be asked again. */
    final class DeadLettersUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1;

        public DeadLettersUnavailable(Throwable cause) {
            super("the dead letters cannot be reached", cause);
        }
    }
}
