package com.rebatesuite.rebate.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.EntryView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash an entry must have, written down a second time and from the served entry: an error of the ledger's own form would
 * agree with itself.
 */
final class Chain {

    /** Before the first entry. */
    static final String NONE = "0".repeat(64);

    private Chain() {}

    static String hash(String userId, BookedEntry booked) {
        var text = booked.entry().previousHash() + "\n" + canonical(userId, booked);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String canonical(String userId, BookedEntry booked) {
        var entry = booked.entry();
        var form = new StringBuilder(512);
        line(form, "user_id", userId);
        line(form, "sequence", entry.sequence());
        line(form, "kind", entry.kind());
        causes(form, entry);
        line(form, "from", entry.from());
        line(form, "to", entry.to());
        line(form, "currency", entry.amount().currency());
        line(form, "minor", entry.amount().minor());
        line(form, "rule_id", entry.ruleId());
        line(form, "rule_version", entry.ruleVersion() == null ? 0 : entry.ruleVersion());
        line(form, "coupon_id", entry.couponId());
        line(form, "cause_source", booked.cause().source());
        line(form, "cause_id", booked.cause().id());
        line(form, "cause_type", booked.cause().type());
        line(form, "recorded_at", booked.recordedAt());
        entry.steps().forEach(step -> line(form, "step", step.step() + "|" + step.detail() + "|" + step.minor()));
        return form.toString();
    }

    /** What it is about. */
    private static void causes(StringBuilder form, EntryView entry) {
        line(form, "order_id", entry.orderId());
        line(form, "line", entry.line() == null ? 0 : entry.line());
        line(form, "part", entry.part() == null ? 0 : entry.part());
        line(form, "withdrawal_id", entry.withdrawalId());
        line(form, "adjustment_id", entry.adjustmentId());
        line(form, "claim_id", entry.claimId());
        line(form, "lot", entry.lot() == null ? 0 : entry.lot());
    }

    private static void line(StringBuilder form, String name, @Nullable Object value) {
        var text = value == null ? "" : value.toString();
        form.append(name).append('=');
        form.append(text.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
    }
}
