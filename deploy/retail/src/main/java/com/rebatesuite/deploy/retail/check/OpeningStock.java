package com.rebatesuite.deploy.retail.check;

import com.rebatesuite.deploy.retail.gateway.Stock;
import com.rebatesuite.deploy.retail.invoices.Plan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is received before the first order.
 *
 * @param reference names file, slice and amount, so the same replay receives only once
 * @param units per stock code
 * @param mayBeShort whether it was chosen by hand, so that orders may be refused
 */
public record OpeningStock(String reference, Map<String, Long> units, boolean mayBeShort) {

    private static final int MOST_LINES = 1_000;

    /** Copies the units. */
    public OpeningStock {
        units = new TreeMap<>(units);
    }

    /** Exactly what the slice sells of everything: nothing is refused. */
    public static OpeningStock enough(Plan plan, String slice) {
        return new OpeningStock(reference(plan, slice, "enough"), plan.unitsBySku(), false);
    }

    /** The same number of units of every stock code. */
    public static OpeningStock ofEach(Plan plan, String slice, long each) {
        if (each < 0) {
            throw new IllegalArgumentException("opening stock: " + each + " (expected: 0 or more)");
        }
        var units = new TreeMap<>(plan.unitsBySku());
        units.replaceAll((sku, sold) -> each);
        units.values().removeIf(none -> none == 0);
        return new OpeningStock(reference(plan, slice, Long.toString(each)), units, true);
    }

    private static String reference(Plan plan, String slice, String amount) {
        try {
            var text = plan.digest() + " " + slice + " " + amount;
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "opening/" + HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Receives what the journal does not have yet. A receipt is all or nothing, so one of its codes speaks for it. */
    public void receive(Stock stock) {
        var there = received(stock);
        var receipts = receipts();
        for (int i = 0; i < receipts.size(); i++) {
            var receipt = receipts.get(i);
            if (receipt.keySet().stream().noneMatch(there::containsKey)) {
                stock.receive(reference, receipt, reference + "/" + i);
            }
        }
    }

    /** What the journal says was received, per stock code. */
    public Map<String, Stock.Moved> received(Stock stock) {
        return stock.moved(List.of(reference)).getOrDefault(reference, Map.of());
    }

    private List<Map<String, Long>> receipts() {
        var receipts = new ArrayList<Map<String, Long>>();
        units.forEach((sku, amount) -> {
            if (receipts.isEmpty() || receipts.getLast().size() == MOST_LINES) {
                receipts.add(new TreeMap<>());
            }
            receipts.getLast().put(sku, amount);
        });
        return receipts;
    }
}
