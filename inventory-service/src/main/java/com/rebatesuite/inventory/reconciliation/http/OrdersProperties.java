package com.rebatesuite.inventory.reconciliation.http;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How order-service is asked. An attempt has {@code connectWithin} and {@code readWithin}, all attempts together have
 * {@code answerWithin}; from {@code openAtFailurePercent} of the last {@code window} questions on nobody is asked for
 * {@code openFor}.
 */
@ConfigurationProperties("reconciliation.orders")
record OrdersProperties(
        @DefaultValue("http://order-service") URI url,
        @DefaultValue("orders") String client,
        @DefaultValue("4s") Duration answerWithin,
        @DefaultValue("200ms") Duration connectWithin,
        @DefaultValue("1500ms") Duration readWithin,
        @DefaultValue("2") int attempts,
        @DefaultValue("100ms") Duration betweenAttempts,
        @DefaultValue("10") int window,
        @DefaultValue("50") int openAtFailurePercent,
        @DefaultValue("5s") Duration openFor) {

    OrdersProperties {
        requirePositive("answer-within", answerWithin);
        requirePositive("connect-within", connectWithin);
        requirePositive("read-within", readWithin);
        requirePositive("between-attempts", betweenAttempts);
        requirePositive("open-for", openFor);
        requireBetween("attempts", attempts, 1, 5);
        requireBetween("window", window, 1, 1000);
        requireBetween("open-at-failure-percent", openAtFailurePercent, 1, 100);
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("reconciliation.orders." + name + ": " + duration + " (expected: > 0)");
        }
    }

    private static void requireBetween(String name, int value, int from, int to) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(
                    "reconciliation.orders." + name + ": " + value + " (expected: " + from + ".." + to + ")");
        }
    }
}
