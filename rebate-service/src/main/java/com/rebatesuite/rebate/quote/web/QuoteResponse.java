package com.rebatesuite.rebate.quote.web;

import com.rebatesuite.rebate.quote.Quoted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a product earns. With a {@code quote} it is promised: at least that, for an order placed before {@code
 * expires_at} that carries the quote with the line. {@code more} names what may come on top.
 */
record QuoteResponse(
        String sku,
        boolean known,
        @Nullable Amount price,
        @Nullable Amount rebate,
        @Nullable String ruleId,
        @Nullable Integer ruleVersion,
        @Nullable Integer rateBasisPoints,
        String words,
        List<String> more,
        @Nullable Instant expiresAt,
        @Nullable String quote) {

    static QuoteResponse of(Quoted quoted) {
        return switch (quoted) {
            case Quoted.Unknown unknown -> unknown(unknown.sku());
            case Quoted.Known known -> known(known);
        };
    }

    private static QuoteResponse unknown(String sku) {
        return new QuoteResponse(
                sku, false, null, null, null, null, null, "the catalogue has no " + sku, List.of(), null, null);
    }

    private static QuoteResponse known(Quoted.Known known) {
        var item = known.item();
        var estimate = known.estimate();
        var rule = estimate.rule();
        return new QuoteResponse(
                item.sku(),
                true,
                new Amount(item.currency(), item.price()),
                new Amount(item.currency(), estimate.rebate()),
                rule == null ? null : rule.ruleId(),
                rule == null ? null : rule.version(),
                rule == null ? null : rule.rateBasisPoints(),
                estimate.words(),
                estimate.more(),
                known.expiresAt(),
                known.text());
    }

    /** Minor units of a currency. */
    record Amount(String currency, long minor) {}
}
