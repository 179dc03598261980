package com.rebatesuite.order.catalogue;

import com.rebatesuite.order.catalogue.Items.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Operators bring many items at once: the good ones are stored, each bad one is told what is wrong with it. */
@Component
public class ImportItems {

    private final Items items;

    ImportItems(Items items) {
        this.items = items;
    }

    /** What became of one item: {@code created}, {@code updated}, {@code unchanged} or {@code invalid}. */
    public record Result(
            @Nullable String sku,
            String status,
            @Nullable String code,
            @Nullable String detail) {}

    /** One result per item, in their order; of several with one sku the first counts. */
    @Transactional
    public List<Result> take(List<StatedItem> stated) {
        var good = new LinkedHashMap<String, Item>();
        var checks = stated.stream().map(item -> check(item, good)).toList();
        var changes = items.putAll(good.values());
        return checks.stream().map(check -> check.answer(changes)).toList();
    }

    private static Check check(StatedItem stated, Map<String, Item> good) {
        try {
            var item = stated.checked();
            return good.putIfAbsent(item.sku(), item) == null
                    ? new Stored(item.sku())
                    : new Refused(item.sku(), "sku-repeated", "sku: " + item.sku() + " (expected: once)");
        } catch (IllegalArgumentException bad) {
            return new Refused(stated.sku(), "bad-item", String.valueOf(bad.getMessage()));
        }
    }

    /** What is known about an item before anything is stored. */
    private sealed interface Check {
        Result answer(Map<String, Change> changes);
    }

    private record Stored(String sku) implements Check {
        @Override
        public Result answer(Map<String, Change> changes) {
            var change = changes.getOrDefault(sku, Change.UNCHANGED);
            return new Result(sku, change.name().toLowerCase(Locale.ROOT), null, null);
        }
    }

    private record Refused(@Nullable String sku, String code, String detail) implements Check {
        @Override
        public Result answer(Map<String, Change> changes) {
            return new Result(sku, "invalid", code, detail);
        }
    }
}
