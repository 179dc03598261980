package com.rebatesuite.rebate.ledger;

/** The event that led to a decision; (source, id) has at most one effect. */
public record Cause(String source, String id, String type) {

    String key() {
        return source + "#" + id;
    }
}
