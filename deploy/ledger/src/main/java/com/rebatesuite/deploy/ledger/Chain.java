package com.rebatesuite.deploy.ledger;

import com.rebatesuite.deploy.ledger.Decision.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The hash an entry has to have: hex(SHA-256(previous hash, line feed, one {@code name=value} line per field)). */
final class Chain {

    /** What the first entry of an account follows. */
    static final String BEGINNING = "0".repeat(64);

    private Chain() {}

    static String hash(Decision decision, Entry entry) {
        var form = new StringBuilder(entry.previousHash()).append('\n');
        add(form, "user_id", decision.userId());
        add(form, "sequence", entry.sequence());
        add(form, "kind", entry.kind());
        about(form, entry);
        add(form, "from", entry.from());
        add(form, "to", entry.to());
        add(form, "currency", entry.amount().currency());
        add(form, "minor", entry.amount().minor());
        add(form, "rule_id", entry.ruleId());
        add(form, "rule_version", entry.ruleVersion());
        add(form, "coupon_id", entry.couponId());
        cause(form, decision);
        entry.steps().forEach(step -> add(form, "step", step.step() + "|" + step.detail() + "|" + step.minor()));
        return sha256(form.toString());
    }

    private static void about(StringBuilder form, Entry entry) {
        add(form, "order_id", entry.orderId());
        add(form, "line", entry.line());
        add(form, "part", entry.part());
        add(form, "withdrawal_id", entry.withdrawalId());
        add(form, "adjustment_id", entry.adjustmentId());
        add(form, "claim_id", entry.claimId());
        add(form, "lot", entry.lot());
    }

    private static void cause(StringBuilder form, Decision decision) {
        add(form, "cause_source", decision.cause().source());
        add(form, "cause_id", decision.cause().id());
        add(form, "cause_type", decision.cause().type());
        add(form, "recorded_at", decision.recordedAt());
    }

    private static void add(StringBuilder form, String name, long value) {
        form.append(name).append('=').append(value).append('\n');
    }

    private static void add(StringBuilder form, String name, @Nullable String value) {
        var text = value == null ? "" : value.replace("\\", "\\\\").replace("\n", "\\n");
        form.append(name).append('=').append(text).append('\n');
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
