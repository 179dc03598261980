package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.ledger.Adjustment;
import com.rebatesuite.rebate.ledger.Balance;
import com.rebatesuite.rebate.ledger.Claim;
import com.rebatesuite.rebate.ledger.Entry;
import com.rebatesuite.rebate.ledger.Freeze;
import com.rebatesuite.rebate.ledger.OrderRebate;
import com.rebatesuite.rebate.ledger.PayoutMethod;
import com.rebatesuite.rebate.ledger.Recording;
import com.rebatesuite.rebate.ledger.State;
import com.rebatesuite.rebate.ledger.Withdrawal;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes contracts/events/rebate-recorded.v2. By hand and without objects in between, because every decision passes here.
 */
final class RecordedWriter {

    static final String TYPE = "rebate-recorded.v2";

    private final JsonOut json;
    private final OrderWriter orders;
    private final ThingWriter things;

    private RecordedWriter(JsonOut json) {
        this.json = json;
        this.orders = new OrderWriter(json);
        this.things = new ThingWriter(json);
    }

    static byte[] write(JsonMapper mapper, String eventId, String source, Recording recording) {
        var bytes = new ByteArrayOutputStream(2_048);
        try (var json = mapper.createGenerator(bytes)) {
            json.writeStartObject();
            new RecordedWriter(new JsonOut(json)).event(eventId, source, recording);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void event(String eventId, String source, Recording recording) {
        json.text("specversion", "1.0");
        json.text("id", eventId);
        json.text("source", source);
        json.text("type", TYPE);
        json.text("time", recording.recordedAt());
        json.text("subject", recording.userId());
        json.text("datacontenttype", "application/json");
        json.object("data", recording, this::data);
    }

    private void data(Recording recording) {
        json.text("user_id", recording.userId());
        json.number("sequence", recording.version());
        json.text("recorded_at", recording.recordedAt());
        json.object("cause", recording.cause(), cause -> {
            json.text("source", cause.source());
            json.text("id", cause.id());
            json.text("type", cause.type());
        });
        json.array("entries", recording.entries(), this::entry);
        json.array("balances", recording.balances(), this::balance);
        changed(recording, OrderRebate.class, "order", orders::order);
        changed(recording, Withdrawal.class, "withdrawal", things::withdrawal);
        changed(recording, PayoutMethod.class, "payout_method", things::payoutMethod);
        changed(recording, Adjustment.class, "adjustment", things::adjustment);
        changed(recording, Claim.class, "claim", things::claim);
        changed(recording, Freeze.class, "account", things::freeze);
    }

    private <T extends State> void changed(Recording recording, Class<T> type, String name, Consumer<T> fields) {
        recording.changed(type).ifPresent(state -> json.object(name, state, fields));
    }

    private void entry(Entry entry) {
        var about = entry.about();
        json.number("sequence", entry.sequence());
        json.text("kind", entry.kind());
        json.text("order_id", about.orderId());
        json.numberIfAny("line", about.line());
        json.numberIfAny("part", about.part());
        json.text("withdrawal_id", about.withdrawalId());
        json.text("adjustment_id", about.adjustmentId());
        json.text("claim_id", about.claimId());
        json.numberIfAny("lot", entry.lot());
        json.text("from", entry.from());
        json.text("to", entry.to());
        json.money("amount", entry.currency(), entry.minor());
        orders.rule(about.rule());
        json.text("coupon_id", about.couponId());
        json.array("steps", entry.steps(), orders::step);
        json.text("previous_hash", entry.previousHash());
        json.text("hash", entry.hash());
    }

    private void balance(Balance balance) {
        json.text("currency", balance.currency());
        json.number("estimated", balance.estimated());
        json.number("confirmed", balance.confirmed());
        json.number("available", balance.available());
        json.number("reserved", balance.reserved());
        json.number("paid", balance.paid());
        json.number("owed", balance.owed());
        json.number("lifetime", balance.lifetime());
        json.number("earned", balance.earned());
        json.number("reversed", balance.reversed());
    }
}
