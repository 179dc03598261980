package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.earning.AppliedRule;
import com.rebatesuite.rebate.earning.Step;
import com.rebatesuite.rebate.ledger.LineRebate;
import com.rebatesuite.rebate.ledger.OrderRebate;
import com.rebatesuite.rebate.ledger.PartRebate;
import org.jspecify.annotations.Nullable;

/** The part of a recording that says how an order stands, with its lines and what each of them brings. */
record OrderWriter(JsonOut json) {

    void order(OrderRebate order) {
        json.text("order_id", order.orderId());
        json.text("state", order.state());
        json.text("channel", order.channel());
        json.text("merchant", order.merchant());
        json.text("external_number", order.externalNumber());
        json.text("paid_at", order.paidAt());
        json.text("confirmation_expected_at", order.expectedAt());
        json.flag("completed", order.completed());
        json.flag("settled", order.settled());
        json.array("lines", order.lines(), line -> line(line, order.currency()));
    }

    private void line(LineRebate line, String currency) {
        json.number("line", line.line());
        json.text("sku", line.sku());
        json.text("category", line.category());
        json.text("merchant", line.merchant());
        json.number("quantity", line.quantity());
        json.number("returned", line.returned());
        json.money("base", currency, line.base());
        json.money("earned", currency, line.earned());
        json.money("reversed", currency, line.reversed());
        json.text("bucket", line.bucket());
        json.text("reason", line.reason());
        json.array("parts", line.parts(), part -> part(part, currency));
    }

    private void part(PartRebate part, String currency) {
        var rule = part.rule();
        json.number("part", part.part());
        json.text("role", part.role());
        rule(rule);
        json.text("coupon_id", part.couponId());
        if (rule != null) {
            json.numberIfAny("rate_basis_points", rule.rateBasisPoints());
        }
        json.money("earned", currency, part.earned());
        json.money("reversed", currency, part.reversed());
        json.array("steps", part.steps(), this::step);
    }

    void rule(@Nullable AppliedRule rule) {
        if (rule != null) {
            json.text("rule_id", rule.ruleId());
            json.number("rule_version", rule.version());
        }
    }

    void step(Step step) {
        json.text("step", step.step());
        json.text("detail", step.detail());
        json.number("minor", step.minor());
    }
}
