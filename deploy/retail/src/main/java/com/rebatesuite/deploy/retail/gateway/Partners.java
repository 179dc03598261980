package com.rebatesuite.deploy.retail.gateway;

import com.rebatesuite.deploy.retail.invoices.Order;
import com.rebatesuite.deploy.retail.invoices.OrderLine;
import com.rebatesuite.deploy.retail.invoices.Return;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The partner feed: orders and returns in, what became of them out. */
public final class Partners {

    private final Gateway gateway;

    /** The feed behind this door. */
    public Partners(Gateway gateway) {
        this.gateway = gateway;
    }

    /** What the feed says of one item of a batch. */
    public record Result(String number, String status, String code, String detail, boolean retryable) {

        /** Whether the suite has it now, or had it already. */
        public boolean taken() {
            return status.equals("accepted") || status.equals("duplicate");
        }
    }

    /** Sends a batch of orders. */
    public List<Result> sendOrders(List<Order> orders) {
        var body = Map.of("orders", orders.stream().map(Partners::json).toList());
        return results(gateway.post(Client.PARTNER, "/partners/orders", body));
    }

    /** Sends a batch of returns. */
    public List<Result> sendReturns(List<Return> returns) {
        var body = Map.of("returns", returns.stream().map(Partners::json).toList());
        return results(gateway.post(Client.PARTNER, "/partners/returns", body));
    }

    /** The orders the suite knows under these numbers, by number. */
    public Map<String, PartnerOrder> find(Collection<String> numbers) {
        var found = new HashMap<String, PartnerOrder>();
        gateway.getAll(Client.PARTNER, "/partners/orders", "external_number", numbers)
                .flatMap(answer -> answer.path("orders").valueStream())
                .forEach(order -> found.put(order.path("external_number").asString(), order(order)));
        return found;
    }

    private static Map<String, Object> json(Order order) {
        var json = new LinkedHashMap<String, Object>();
        json.put("external_number", order.number());
        json.put("user_id", order.userId());
        json.put("occurred_at", order.at().toString());
        json.put("status", "shipped");
        json.put("currency", "GBP");
        json.put("lines", order.lines().stream().map(Partners::json).toList());
        return json;
    }

    private static Map<String, Object> json(OrderLine line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("sku", line.sku());
        json.put("quantity", line.quantity());
        json.put("unit_price", line.unitPrice().toPlainString());
        if (!line.title().isEmpty()) {
            json.put("title", line.title());
        }
        return json;
    }

    private static Map<String, Object> json(Return returned) {
        var json = new LinkedHashMap<String, Object>();
        json.put("external_number", returned.number());
        json.put("order_external_number", returned.order().number());
        json.put("occurred_at", returned.at().toString());
        json.put("reason", "credit note");
        json.put(
                "lines",
                returned.units().entrySet().stream()
                        .map(units -> Map.of("line", units.getKey(), "quantity", units.getValue()))
                        .toList());
        return json;
    }

    private static List<Result> results(JsonNode answer) {
        var results = new ArrayList<Result>();
        for (var result : answer.path("results")) {
            results.add(new Result(
                    result.path("external_number").asString(""),
                    result.path("status").asString(""),
                    result.path("code").asString(""),
                    result.path("detail").asString(""),
                    result.path("retryable").asBoolean(false)));
        }
        return results;
    }

    private static PartnerOrder order(JsonNode order) {
        var lines = new ArrayList<PartnerOrder.Line>();
        for (var line : order.path("lines")) {
            lines.add(new PartnerOrder.Line(
                    line.path("line").asInt(),
                    line.path("sku").asString(""),
                    line.path("quantity").asInt(),
                    line.path("amount").path("minor").asLong()));
        }
        var returns = new ArrayList<PartnerOrder.Returned>();
        for (var returned : order.path("returns")) {
            returns.add(returned(returned));
        }
        return new PartnerOrder(
                order.path("order_id").asString(""), order.path("state").asString(""), lines, returns);
    }

    private static PartnerOrder.Returned returned(JsonNode returned) {
        var units = new HashMap<Integer, Integer>();
        for (var line : returned.path("lines")) {
            units.merge(line.path("line").asInt(), line.path("quantity").asInt(), Math::addExact);
        }
        return new PartnerOrder.Returned(
                returned.path("external_number").asString(""),
                returned.path("return_id").asString(""),
                units);
    }
}
