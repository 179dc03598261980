package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements by partition. A batch of one partition is one mutation for Cassandra: atomic, isolated, and unlogged, because
 * it needs no help for that.
 */
final class Batches {

    private static final int MOST = 100;

    private final Map<String, List<BatchableStatement<?>>> partitions = new LinkedHashMap<>();
    private final boolean whole;

    private Batches(boolean whole) {
        this.whole = whole;
    }

    /** What is read together is written together. The ledger bounds it: a recording has at most 3 MB. */
    static Batches whole() {
        return new Batches(true);
    }

    /** Rows that need not be seen together. */
    static Batches inParts() {
        return new Batches(false);
    }

    void add(String partition, BatchableStatement<?> statement) {
        partitions.computeIfAbsent(partition, unused -> new ArrayList<>()).add(statement);
    }

    List<BatchStatement> statements() {
        var batches = new ArrayList<BatchStatement>(partitions.size());
        for (var statements : partitions.values()) {
            int most = whole ? statements.size() : MOST;
            for (int from = 0; from < statements.size(); from += most) {
                var part = statements.subList(from, Math.min(from + most, statements.size()));
                batches.add(BatchStatement.newInstance(BatchType.UNLOGGED, part).setIdempotent(true));
            }
        }
        return batches;
    }
}
