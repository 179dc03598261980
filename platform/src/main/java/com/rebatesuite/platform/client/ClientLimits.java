package com.rebatesuite.platform.client;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long, how often and how much another service is asked. An attempt has {@code connectWithin} and {@code readWithin}, all
 * attempts together have {@code answerWithin}; from {@code openAtFailurePercent} of the last {@code window} questions on nobody
 * is asked for {@code openFor}. At most {@code atOnce} questions are under way.
 */
public record ClientLimits(
        @DefaultValue("1s") Duration answerWithin,
        @DefaultValue("200ms") Duration connectWithin,
        @DefaultValue("600ms") Duration readWithin,
        @DefaultValue("2") int attempts,
        @DefaultValue("50ms") Duration betweenAttempts,
        @DefaultValue("10") int window,
        @DefaultValue("50") int openAtFailurePercent,
        @DefaultValue("5s") Duration openFor,
        @DefaultValue("256") int atOnce) {

    public ClientLimits {
        requirePositive("answer-within", answerWithin);
        requirePositive("connect-within", connectWithin);
        requirePositive("read-within", readWithin);
        requirePositive("between-attempts", betweenAttempts);
        requirePositive("open-for", openFor);
        requireBetween("attempts", attempts, 1, 5);
        requireBetween("window", window, 1, 1000);
        requireBetween("open-at-failure-percent", openAtFailurePercent, 1, 100);
        requireBetween("at-once", atOnce, 1, 10_000);
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + ": " + duration + " (expected: > 0)");
        }
    }

    private static void requireBetween(String name, int value, int from, int to) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + from + ".." + to + ")");
        }
    }
}
