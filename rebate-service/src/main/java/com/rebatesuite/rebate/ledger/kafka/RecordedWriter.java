package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.earning.AppliedRule;
import com.rebatesuite.rebate.earning.Step;
import com.rebatesuite.rebate.ledger.Adjustment;
import com.rebatesuite.rebate.ledger.Balance;
import com.rebatesuite.rebate.ledger.Claim;
import com.rebatesuite.rebate.ledger.Entry;
import com.rebatesuite.rebate.ledger.Freeze;
import com.rebatesuite.rebate.ledger.LineRebate;
import com.rebatesuite.rebate.ledger.OrderRebate;
import com.rebatesuite.rebate.ledger.PartRebate;
import com.rebatesuite.rebate.ledger.PayoutMethod;
import com.rebatesuite.rebate.ledger.Recording;
import com.rebatesuite.rebate.ledger.Withdrawal;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes contracts/events/rebate-recorded.v2. By hand and without objects in between: every decision passes here, and this
 * is most of what a decision costs.
 */
final class RecordedWriter {

    static final String TYPE = "rebate-recorded.v2";

    private final JsonGenerator json;

    private RecordedWriter(JsonGenerator json) {
        this.json = json;
    }

    static byte[] write(JsonMapper mapper, String eventId, String source, Recording recording) {
        var bytes = new ByteArrayOutputStream(2_048);
        try (var json = mapper.createGenerator(bytes)) {
            new RecordedWriter(json).event(eventId, source, recording);
        }
        return bytes.toByteArray();
    }

    private void event(String eventId, String source, Recording recording) {
        json.writeStartObject();
        text("specversion", "1.0");
        text("id", eventId);
        text("source", source);
        text("type", TYPE);
        text("time", recording.recordedAt());
        text("subject", recording.userId());
        text("datacontenttype", "application/json");
        object("data", recording, this::data);
        json.writeEndObject();
    }

    private void data(Recording recording) {
        text("user_id", recording.userId());
        number("sequence", recording.version());
        text("recorded_at", recording.recordedAt());
        object("cause", recording.cause(), cause -> {
            text("source", cause.source());
            text("id", cause.id());
            text("type", cause.type());
        });
        array("entries", recording.entries(), this::entry);
        array("balances", recording.balances(), this::balance);
        recording.changed(OrderRebate.class).ifPresent(order -> object("order", order, this::order));
        recording.changed(Withdrawal.class).ifPresent(withdrawal -> object("withdrawal", withdrawal, this::withdrawal));
        recording.changed(PayoutMethod.class).ifPresent(method -> object("payout_method", method, this::payoutMethod));
        recording.changed(Adjustment.class).ifPresent(adjustment -> object("adjustment", adjustment, this::adjustment));
        recording.changed(Claim.class).ifPresent(claim -> object("claim", claim, this::claim));
        recording.changed(Freeze.class).ifPresent(freeze -> object("account", freeze, this::freeze));
    }

    private void entry(Entry entry) {
        var about = entry.about();
        number("sequence", entry.sequence());
        text("kind", entry.kind());
        text("order_id", about.orderId());
        numberIfAny("line", about.line());
        numberIfAny("part", about.part());
        text("withdrawal_id", about.withdrawalId());
        text("adjustment_id", about.adjustmentId());
        text("claim_id", about.claimId());
        numberIfAny("lot", entry.lot());
        text("from", entry.from());
        text("to", entry.to());
        money("amount", entry.currency(), entry.minor());
        rule(about.rule());
        text("coupon_id", about.couponId());
        array("steps", entry.steps(), this::step);
        text("previous_hash", entry.previousHash());
        text("hash", entry.hash());
    }

    private void rule(@Nullable AppliedRule rule) {
        if (rule != null) {
            text("rule_id", rule.ruleId());
            number("rule_version", rule.version());
        }
    }

    private void step(Step step) {
        text("step", step.step());
        text("detail", step.detail());
        number("minor", step.minor());
    }

    private void balance(Balance balance) {
        text("currency", balance.currency());
        number("estimated", balance.estimated());
        number("confirmed", balance.confirmed());
        number("available", balance.available());
        number("reserved", balance.reserved());
        number("paid", balance.paid());
        number("owed", balance.owed());
        number("lifetime", balance.lifetime());
        number("earned", balance.earned());
        number("reversed", balance.reversed());
    }

    private void order(OrderRebate order) {
        text("order_id", order.orderId());
        text("state", order.state());
        text("channel", order.channel());
        text("merchant", order.merchant());
        text("external_number", order.externalNumber());
        text("paid_at", order.paidAt());
        text("confirmation_expected_at", order.expectedAt());
        json.writeBooleanProperty("completed", order.completed());
        json.writeBooleanProperty("settled", order.settled());
        array("lines", order.lines(), line -> line(line, order.currency()));
    }

    private void line(LineRebate line, String currency) {
        number("line", line.line());
        text("sku", line.sku());
        text("category", line.category());
        text("merchant", line.merchant());
        number("quantity", line.quantity());
        number("returned", line.returned());
        money("base", currency, line.base());
        money("earned", currency, line.earned());
        money("reversed", currency, line.reversed());
        text("bucket", line.bucket());
        text("reason", line.reason());
        array("parts", line.parts(), part -> part(part, currency));
    }

    private void part(PartRebate part, String currency) {
        var rule = part.rule();
        number("part", part.part());
        text("role", part.role());
        rule(rule);
        text("coupon_id", part.couponId());
        if (rule != null) {
            numberIfAny("rate_basis_points", rule.rateBasisPoints());
        }
        money("earned", currency, part.earned());
        money("reversed", currency, part.reversed());
        array("steps", part.steps(), this::step);
    }

    private void withdrawal(Withdrawal withdrawal) {
        text("withdrawal_id", withdrawal.withdrawalId());
        text("state", withdrawal.state());
        money("amount", withdrawal.currency(), withdrawal.minor());
        var method = withdrawal.method();
        if (method != null) {
            object("method", method, this::whereTo);
        }
        text("requested_at", withdrawal.requestedAt());
        text("fingerprint", withdrawal.fingerprint());
        text("batch_id", withdrawal.batchId());
        text("reference", withdrawal.reference());
        text("reason", withdrawal.reason());
        text("detail", withdrawal.detail());
        if (withdrawal.available() != null) {
            number("available", withdrawal.available());
        }
    }

    private void whereTo(PayoutMethod method) {
        text("kind", method.kind());
        text("account", method.account());
        text("holder", method.holder());
    }

    private void payoutMethod(PayoutMethod method) {
        whereTo(method);
        text("changed_at", method.changedAt());
        text("usable_from", method.usableFrom());
    }

    private void adjustment(Adjustment adjustment) {
        text("adjustment_id", adjustment.adjustmentId());
        text("state", adjustment.state());
        money("amount", adjustment.currency(), adjustment.minor());
        text("reason", adjustment.reason());
        text("proposed_by", adjustment.proposedBy());
        text("proposed_at", adjustment.proposedAt());
        text("decided_by", adjustment.decidedBy());
        text("detail", adjustment.detail());
    }

    private void claim(Claim claim) {
        text("claim_id", claim.claimId());
        text("state", claim.state());
        text("merchant", claim.merchant());
        text("external_number", claim.externalNumber());
        text("purchased_at", claim.purchasedAt());
        money("amount", claim.currency(), claim.minor());
        text("note", claim.note());
        text("filed_at", claim.filedAt());
        text("order_id", claim.orderId());
        text("decided_by", claim.decidedBy());
        text("reason", claim.reason());
        if (claim.granted() != null) {
            money("granted", claim.currency(), claim.granted());
        }
    }

    private void freeze(Freeze freeze) {
        json.writeBooleanProperty("frozen", freeze.frozen());
        text("reason", freeze.reason());
        text("by", freeze.by());
        text("at", freeze.at());
    }

    private void money(String name, String currency, long minor) {
        json.writeObjectPropertyStart(name);
        text("currency", currency);
        number("minor", minor);
        json.writeEndObject();
    }

    private <T> void object(String name, T value, Consumer<T> fields) {
        json.writeObjectPropertyStart(name);
        fields.accept(value);
        json.writeEndObject();
    }

    private <T> void array(String name, List<T> values, Consumer<T> fields) {
        json.writeArrayPropertyStart(name);
        for (var value : values) {
            json.writeStartObject();
            fields.accept(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Nothing at all when there is nothing. */
    private void text(String name, @Nullable Object value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }

    private void number(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    private void numberIfAny(String name, long value) {
        if (value != 0) {
            number(name, value);
        }
    }
}
