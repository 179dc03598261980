package com.rebatesuite.rebate.quote;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.Rulebook;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a shopper what products would earn, and promises what can be promised. */
@Component
public class QuoteRebates {

    private final Catalogue catalogue;
    private final AppliedRules rules;
    private final Quotes quotes;
    private final QuoteProperties properties;
    private final EventIds ids;
    private final Clock clock;

    QuoteRebates(
            Catalogue catalogue,
            AppliedRules rules,
            Quotes quotes,
            QuoteProperties properties,
            EventIds ids,
            Clock clock) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.quotes = quotes;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One answer per product, in the order they were asked for.
     *
     * @throws CatalogueUnavailable if nobody can say what they cost
     */
    public List<Quoted> quote(String userId, List<String> skus) {
        var wanted = new LinkedHashSet<>(skus);
        var items = catalogue.find(wanted);
        var now = clock.instant();
        var expiresAt = now.plus(properties.lifetime()).truncatedTo(ChronoUnit.SECONDS);
        var rulebook = rules.rulebook();
        return wanted.stream()
                .map(sku -> quoted(userId, sku, items.get(sku), rulebook, now, expiresAt))
                .toList();
    }

    private Quoted quoted(
            String userId, String sku, @Nullable CatalogueItem item, Rulebook rulebook, Instant now, Instant expires) {
        if (item == null) {
            return new Quoted.Unknown(sku);
        }
        var estimate = Estimating.of(item, rulebook, now);
        var text = estimate.worthAPromise() ? quotes.sign(promise(userId, item, estimate, expires)) : null;
        return new Quoted.Known(item, estimate, expires, text);
    }

    private Quote promise(String userId, CatalogueItem item, Estimate estimate, Instant expiresAt) {
        var rule = requireNonNull(estimate.rule());
        return new Quote(
                ids.next().toString(),
                userId,
                item.sku(),
                item.currency(),
                item.price(),
                estimate.rebate(),
                rule.rateBasisPoints(),
                estimate.most(),
                rule.ruleId(),
                rule.version(),
                expiresAt);
    }
}
