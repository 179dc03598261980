package com.rebatesuite.order.partner;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.order.partner.Claims.Claim;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The items of one batch by their numbers. Of the items with a free number the first takes it; the same again, in this batch
 * or an earlier one, is a repeat, and something else under a taken number is invalid.
 */
final class ClaimedBatch<T> {

    private final List<T> items;
    private final Function<T, String> number;
    private final Function<T, String> fingerprint;
    private final Map<String, Claim> wanted = new LinkedHashMap<>();
    private final Map<String, Claim> holders = new HashMap<>();

    ClaimedBatch(List<T> items, Function<T, String> number, Function<T, String> fingerprint, Supplier<UUID> ids) {
        this.items = items;
        this.number = number;
        this.fingerprint = fingerprint;
        items.forEach(item -> wanted.computeIfAbsent(
                number.apply(item), free -> new Claim(free, fingerprint.apply(item), ids.get())));
    }

    /** The numbers to claim. */
    List<Claim> wanted() {
        return List.copyOf(wanted.values());
    }

    /** The items that have to be dealt with, each with the claim it got. */
    Map<T, Claim> fresh(Map<String, Claim> claimed) {
        holders.putAll(claimed);
        var fresh = new LinkedHashMap<T, Claim>();
        for (var item : items) {
            var claim = wanted.get(number.apply(item));
            if (claim != null && claim.equals(holder(item)) && isHeldBy(claim, item) && !fresh.containsValue(claim)) {
                fresh.put(item, claim);
            }
        }
        return fresh;
    }

    /** One result per item, in their order, given those of the fresh items by number. */
    List<FeedResult> results(Map<String, FeedResult> settled) {
        var told = new HashSet<String>();
        return items.stream().map(item -> result(item, settled, told)).toList();
    }

    private FeedResult result(T item, Map<String, FeedResult> settled, Set<String> told) {
        var external = number.apply(item);
        var holder = holder(item);
        if (!isHeldBy(holder, item)) {
            return FeedResult.invalid(
                    external,
                    "external-number-reused",
                    "number " + external + " stands for something else (expected: a new number)");
        }
        var result = settled.get(external);
        if (result == null) {
            return FeedResult.duplicate(external, holder.subjectId());
        }
        return told.add(external) ? result : result.repeated();
    }

    private boolean isHeldBy(Claim holder, T item) {
        return holder.fingerprint().equals(fingerprint.apply(item));
    }

    private Claim holder(T item) {
        return requireNonNull(holders.get(number.apply(item)), "every number of the batch was claimed");
    }
}
