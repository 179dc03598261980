package com.rebatesuite.deploy.retail.gateway;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The operator's view of the rebates: the rule of our partner, and what each order line earned. */
public final class Rebates {

    /** The rule this replay expects: two percent on everything the partner sells. */
    public static final String RULE = "retail-2pct";

    private static final String PATH = "/ops/rebates/rules/" + RULE;

    private static final int PRECONDITION_FAILED = 412;
    private static final int PRECONDITION_REQUIRED = 428;

    private final Gateway gateway;

    /** The rebates behind this door. */
    public Rebates(Gateway gateway) {
        this.gateway = gateway;
    }

    /** What a line earned and what of it was taken back, in pence. */
    public record Rebate(long earnedMinor, long reversedMinor) {

        /** A line without rebate. */
        public static final Rebate NONE = new Rebate(0, 0);
    }

    /** Whether the ledger applies the rule, as it must before the first order. */
    public boolean ruleApplied() {
        try {
            return rightRule(gateway.get(Client.OPERATOR, PATH));
        } catch (Failure missing) {
            if (missing.status() == 404) {
                return false;
            }
            throw missing;
        }
    }

    /** Writes the rule if nobody has. */
    public void writeRule() {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("title", "2 % on retail invoices");
        rule.put("merchant", "retail");
        rule.put("rate_basis_points", 200);
        rule.put("valid_from", "2010-01-01T00:00:00Z");
        rule.put("active", true);
        try {
            var unused = gateway.put(Client.OPERATOR, PATH, rule);
        } catch (Failure there) {
            // An attempt that seemed to fail may have counted: then the next one finds the rule in place.
            if (there.status() != PRECONDITION_FAILED && there.status() != PRECONDITION_REQUIRED) {
                throw there;
            }
        }
    }

    /** Earned and reversed per line, by order id. */
    public Map<String, Map<Integer, Rebate>> ofOrders(Collection<String> orderIds) {
        var rebates = new HashMap<String, Map<Integer, Rebate>>();
        for (var answer : gateway.getAll(Client.OPERATOR, "/ops/rebates/orders", "order_id", orderIds)) {
            for (var order : answer.path("orders")) {
                rebates.put(order.path("order_id").asString(), lines(order));
            }
        }
        return rebates;
    }

    private static Map<Integer, Rebate> lines(JsonNode order) {
        var lines = new HashMap<Integer, Rebate>();
        for (var line : order.path("lines")) {
            lines.put(
                    line.path("line").asInt(),
                    new Rebate(
                            line.path("earned").path("minor").asLong(),
                            line.path("reversed").path("minor").asLong()));
        }
        return lines;
    }

    private static boolean rightRule(JsonNode rule) {
        if (rule.path("merchant").asString("").equals("retail")
                && rule.path("rate_basis_points").asInt(-1) == 200
                && rule.path("active").asBoolean(true)) {
            return true;
        }
        throw new Failure(
                0, "rule " + RULE + ": " + rule + " (expected: 200 basis points for merchant retail, active)");
    }
}
