package com.rebatesuite.deploy.retail.gateway;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

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
        var current = rule().path("current");
        return !current.isMissingNode() && rightRule(current.path("terms"));
    }

    /** Lets two operators agree on the rule if nobody has. It counts for the time of the invoices, long ago. */
    public void writeRule() {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("title", "2 % on retail invoices");
        rule.put("merchant", "retail");
        rule.put("rate_basis_points", 200);
        rule.put("valid_from", "2010-01-01T00:00:00Z");
        rule.put("active", true);
        rule.put("retroactive", true);
        rule.put("reason", "replay of old invoices");
        unlessDone(() -> gateway.put(Client.OPERATOR, PATH, rule));
        approve();
    }

    private void approve() {
        var waiting = gateway.waiting();
        var rule = rule();
        while (!rule.has("proposal") && !rule.has("current")) {
            if (waiting.over()) {
                throw new IllegalStateException("rule " + RULE + " was accepted but is not known");
            }
            waiting.pause(Duration.ZERO);
            rule = rule();
        }
        if (!rule.has("current")) {
            int revision = rule.required("revision").asInt();
            unlessDone(() -> gateway.postOnTop(Client.SECOND_OPERATOR, PATH + "/approval", revision));
        }
    }

    /** An attempt that seemed to fail may have counted: then the next one finds its work done. */
    private static void unlessDone(Supplier<JsonNode> change) {
        try {
            var unused = change.get();
        } catch (Failure there) {
            if (there.status() != PRECONDITION_FAILED && there.status() != PRECONDITION_REQUIRED) {
                throw there;
            }
        }
    }

    private JsonNode rule() {
        try {
            return gateway.get(Client.OPERATOR, PATH);
        } catch (Failure missing) {
            if (missing.status() == 404) {
                return MissingNode.getInstance();
            }
            throw missing;
        }
    }

    /** Earned and reversed per line, by order id. */
    public Map<String, Map<Integer, Rebate>> ofOrders(Collection<String> orderIds) {
        var rebates = new HashMap<String, Map<Integer, Rebate>>();
        gateway.getAll(Client.OPERATOR, "/ops/rebates/orders", "order_id", orderIds)
                .flatMap(answer -> answer.path("orders").valueStream())
                .forEach(order -> rebates.put(order.path("order_id").asString(), lines(order)));
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
