package com.rebatesuite.platform.messaging;

import java.util.Optional;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.MessagingException;

/** Finds what a handler really threw in what the framework made of it. */
final class Failures {

    private static final int MAX_DEPTH = 20;

    private Failures() {}

    /** The outermost failure that is not the framework's wrapping. */
    static Throwable ofHandler(Throwable failure) {
        var cause = failure;
        for (int depth = 0; depth < MAX_DEPTH && isWrapping(cause) && cause.getCause() != null; depth++) {
            cause = cause.getCause();
        }
        return cause;
    }

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        var cause = failure;
        for (int depth = 0; depth < MAX_DEPTH && cause != null; depth++) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static boolean isWrapping(Throwable failure) {
        return failure instanceof MessagingException
                || failure instanceof BatchListenerFailedException
                || failure instanceof KafkaException;
    }
}
