package com.rebatesuite.deploy.retail.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The operator's view of the stock: receipts, and what the journal says. */
public final class Stock {

    private final Gateway gateway;

    /** The stock behind this door. */
    public Stock(Gateway gateway) {
        this.gateway = gateway;
    }

    /** How far the journal moved one product for one reference. */
    public record Moved(long onHand, long held) {

        private Moved plus(Moved other) {
            return new Moved(Math.addExact(onHand, other.onHand), Math.addExact(held, other.held));
        }
    }

    /** The levels compared with the journal. */
    public record Verified(long checked, List<String> breaks) {

        /** Copies the breaks. */
        public Verified {
            breaks = List.copyOf(breaks);
        }
    }

    /** Receives units of many products; the same key and lines a second time change nothing. */
    public void receive(String reference, Map<String, Long> units, String key) {
        var lines = units.entrySet().stream()
                .map(line -> Map.of("sku", line.getKey(), "quantity", line.getValue()))
                .toList();
        var unused = gateway.post(
                Client.OPERATOR, "/ops/stock/receipts", Map.of("reference", reference, "lines", lines), key);
    }

    /** What the journal says of each reference, per product. */
    public Map<String, Map<String, Moved>> moved(Collection<String> references) {
        var moved = new HashMap<String, Map<String, Moved>>();
        gateway.getAll(Client.OPERATOR, "/ops/stock/movements/sums", "reference", references)
                .flatMap(answer -> answer.path("sums").valueStream())
                .forEach(sum -> moved.computeIfAbsent(sum.path("reference").asString(), reference -> new TreeMap<>())
                        .merge(sum.path("sku").asString(), moved(sum), Moved::plus));
        return moved;
    }

    private static Moved moved(JsonNode sum) {
        return new Moved(
                sum.path("on_hand_delta").asLong(), sum.path("held_delta").asLong());
    }

    /** Asks whether every level is the sum of its journal. */
    public Verified verify() {
        var answer = gateway.get(Client.OPERATOR, "/ops/stock/verify");
        var breaks = new ArrayList<String>();
        answer.path("breaks").forEach(one -> breaks.add(one.toString()));
        return new Verified(answer.path("checked").asLong(), breaks);
    }
}
