package com.rebatesuite.platform.messaging;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a store that is away, which comes back, from a record that no store will ever take. */
final class StoreFailures {

    // By name, as not every service has every driver.
    private static final Set<String> BY_NAME = Set.of(
            "java.sql.SQLTransientException",
            "java.sql.SQLRecoverableException",
            "com.datastax.oss.driver.api.core.AllNodesFailedException",
            "com.datastax.oss.driver.api.core.DriverTimeoutException",
            "com.datastax.oss.driver.api.core.connection.ClosedConnectionException",
            "com.datastax.oss.driver.api.core.servererrors.UnavailableException",
            "com.datastax.oss.driver.api.core.servererrors.QueryExecutionException",
            "org.springframework.data.redis.RedisConnectionFailureException",
            "io.lettuce.core.RedisConnectionException",
            "io.lettuce.core.RedisCommandTimeoutException",
            "org.apache.kafka.common.errors.RetriableException");

    private static final int MAX_DEPTH = 20;

    private StoreFailures() {}

    static boolean isOne(@Nullable Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (known(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean known(Throwable cause) {
        return switch (cause) {
            case DataAccessResourceFailureException away -> true;
            case TransientDataAccessException passing -> true;
            case RecoverableDataAccessException recoverable -> true;
            case CannotCreateTransactionException away -> true;
            default -> namedSo(cause.getClass());
        };
    }

    private static boolean namedSo(@Nullable Class<?> type) {
        for (var ancestor = type; ancestor != null; ancestor = ancestor.getSuperclass()) {
            if (BY_NAME.contains(ancestor.getName())) {
                return true;
            }
        }
        return false;
    }
}
