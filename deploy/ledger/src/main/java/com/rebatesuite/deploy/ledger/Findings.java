package com.rebatesuite.deploy.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What is wrong, counted by claim; of each claim only the first examples are kept. */
final class Findings {

    private static final int EXAMPLES = 5;

    private final Map<String, List<String>> examples = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /** Notes what contradicts the claim, unless it holds. */
    void claim(boolean holds, String claim, Supplier<String> detail) {
        if (!holds) {
            note(claim, detail.get());
        }
    }

    void note(String claim, String detail) {
        counts.merge(claim, 1L, Long::sum);
        var kept = examples.computeIfAbsent(claim, first -> new ArrayList<>());
        if (kept.size() < EXAMPLES) {
            kept.add(detail);
        }
    }

    boolean none() {
        return counts.isEmpty();
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How often each claim was contradicted. */
    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    /** A line per claim and per example. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        examples.forEach((claim, details) -> {
            lines.add(claim + ": " + counts.get(claim) + " times not true");
            details.forEach(detail -> lines.add("  " + detail));
        });
        return lines;
    }
}
