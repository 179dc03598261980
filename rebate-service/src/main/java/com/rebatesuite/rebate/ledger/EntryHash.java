package com.rebatesuite.rebate.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The chain of an account: {@code hash = hex(SHA-256(previous_hash + "\n" + canonical form))}, in UTF-8. The first entry
 * follows {@link #NONE}.
 *
 * <p>The canonical form is one {@code name=value} per line, each ended by a line feed, in this order: user_id, sequence,
 * kind, order_id, line, part, withdrawal_id, adjustment_id, claim_id, lot, from, to, currency, minor, rule_id,
 * rule_version, coupon_id, cause_source, cause_id, cause_type, recorded_at (ISO 8601 in UTC with milliseconds dropped when
 * zero), and per step one line {@code step=name|detail|minor}. An absent text is empty, an absent number 0. In values
 * {@code \} is written {@code \\}, a line feed {@code \n}.
 */
public final class EntryHash {

    /** Before the first entry: 64 zeros. */
    public static final String NONE = "0".repeat(64);

    private EntryHash() {}

    /** The hash the entry should have, as 64 hexadecimal digits. */
    public static String of(String userId, Cause cause, Instant recordedAt, Entry entry) {
        var text = entry.previousHash() + "\n" + canonical(userId, cause, recordedAt, entry);
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String canonical(String userId, Cause cause, Instant recordedAt, Entry entry) {
        var form = new StringBuilder(640);
        line(form, "user_id", userId);
        line(form, "sequence", entry.sequence());
        line(form, "kind", entry.kind().toString());
        about(form, entry.about());
        line(form, "lot", entry.lot());
        line(form, "from", entry.from().toString());
        line(form, "to", entry.to().toString());
        line(form, "currency", entry.currency());
        line(form, "minor", entry.minor());
        rule(form, entry.about());
        line(form, "cause_source", cause.source());
        line(form, "cause_id", cause.id());
        line(form, "cause_type", cause.type());
        line(form, "recorded_at", recordedAt.toString());
        entry.steps().forEach(step -> line(form, "step", step.step() + "|" + step.detail() + "|" + step.minor()));
        return form.toString();
    }

    private static void about(StringBuilder form, About about) {
        line(form, "order_id", about.orderId());
        line(form, "line", about.line());
        line(form, "part", about.part());
        line(form, "withdrawal_id", about.withdrawalId());
        line(form, "adjustment_id", about.adjustmentId());
        line(form, "claim_id", about.claimId());
    }

    private static void rule(StringBuilder form, About about) {
        var rule = about.rule();
        line(form, "rule_id", rule == null ? null : rule.ruleId());
        line(form, "rule_version", rule == null ? 0 : rule.version());
        line(form, "coupon_id", about.couponId());
    }

    private static void line(StringBuilder form, String name, @Nullable String value) {
        form.append(name)
                .append('=')
                .append(value == null ? "" : value.replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n');
    }

    private static void line(StringBuilder form, String name, long value) {
        form.append(name).append('=').append(value).append('\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
