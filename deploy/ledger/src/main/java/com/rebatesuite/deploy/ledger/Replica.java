package com.rebatesuite.deploy.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** All accounts, made again from the log. */
final class Replica {

    private static final String TYPE = "rebate-recorded.v2";

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            // An entry about a withdrawal has no line: 0, as in the canonical form.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final Map<String, Account> accounts = new TreeMap<>();
    private final Findings findings;
    private long decisions;

    Replica(Findings findings) {
        this.findings = findings;
    }

    /** Takes the next record of the log; those of one key have to come in their order. */
    void take(String key, byte[] record) {
        try {
            var event = json.readTree(record);
            if (event.path("type").asString("").equals(TYPE)) {
                take(key, json.treeToValue(event.path("data"), Decision.class));
            }
        } catch (JacksonException unreadable) {
            findings.note("every record of the log can be read", key + ": " + unreadable.getMessage());
        }
    }

    private void take(String key, Decision decision) {
        decisions++;
        findings.claim(
                key.equals(decision.userId()),
                "a record's key is its user",
                () -> "key %s, user %s".formatted(key, decision.userId()));
        accounts.computeIfAbsent(decision.userId(), Account::new).take(decision, findings);
    }

    Collection<Account> accounts() {
        return accounts.values();
    }

    long decisions() {
        return decisions;
    }

    long entries() {
        return accounts.values().stream()
                .mapToLong(account -> account.hashes().size())
                .sum();
    }

    /** The legs of all accounts per currency, whose sum has to be zero (INV-1). */
    Map<String, Buckets> totals() {
        var totals = new TreeMap<String, Buckets>();
        accounts.values()
                .forEach(account -> account.buckets()
                        .forEach((currency, buckets) -> totals.computeIfAbsent(currency, first -> new Buckets())
                                .add(buckets)));
        totals.forEach((currency, buckets) -> findings.claim(
                buckets.total() == 0,
                "INV-1 all legs sum to zero",
                () -> "%s: %d".formatted(currency, buckets.total())));
        return totals;
    }
}
