package com.rebatesuite.inventory.replenishment;

import com.rebatesuite.inventory.level.LevelKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Whether to order, and how much: a pure function. Below the order point, which is {@code min} or the safety stock if
 * that is more, it orders up to {@code max} in whole cases. The projection is for the end of the lead time.
 *
 * @param forecastMaxAge forecasts that are older are not used
 */
public record ReorderPolicy(Duration forecastMaxAge) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);

    /** What the rule asks for; nothing while enough is projected. */
    public Optional<Proposal> propose(Rule rule, Position position, @Nullable Forecast forecast, Instant now) {
        var usable = forecast == null || forecast.isOlderThan(forecastMaxAge, now) ? null : forecast;
        var demand = usable == null ? none(forecast) : demand(rule, usable, now);
        var safety = safetyStock(rule, position, usable);
        long orderPoint = Math.min(Math.max(rule.min(), safety.units()), rule.max());
        long projected = position.available() - position.shortfall() + position.incoming() - demand.units();
        if (projected >= orderPoint) {
            return Optional.empty();
        }
        var inputs = new Inputs(
                rule.version(),
                position.available(),
                position.shortfall(),
                position.incoming(),
                demand.units(),
                safety.units(),
                orderPoint,
                rule.max(),
                projected,
                usable == null ? demand.how() : usable.name());
        return Optional.of(proposal(rule, inputs, demand, safety));
    }

    /**
     * What all of these ask for, in their order. What one asks for is incoming to the next of the same level, and who has
     * a proposal already does not ask again.
     */
    public List<Proposal> proposals(List<Situation> situations, Instant now) {
        var asked = new HashMap<LevelKey, Long>();
        var proposals = new ArrayList<Proposal>();
        for (var situation : situations) {
            var key = situation.key();
            var position = situation.position().expecting(asked.getOrDefault(key, 0L));
            if (!situation.open()) {
                propose(situation.rule(), position, situation.forecast(), now).ifPresent(proposal -> {
                    proposals.add(proposal);
                    asked.merge(key, proposal.quantity(), Long::sum);
                });
            }
        }
        return proposals;
    }

    private static Proposal proposal(Rule rule, Inputs inputs, Explained demand, Explained safety) {
        long needed = rule.max() - inputs.projected();
        long quantity = rule.orderable(needed);
        var formula = List.of(
                "demand " + demand.units() + " = " + demand.how(),
                "safety stock " + safety.units() + " = " + safety.how(),
                "projected %d = available %d - shortfall %d + incoming %d - demand %d"
                        .formatted(
                                inputs.projected(),
                                inputs.available(),
                                inputs.shortfall(),
                                inputs.incoming(),
                                inputs.demand()),
                "order point %d = the greater of min %d and safety stock %d, at most max %d"
                        .formatted(inputs.orderPoint(), rule.min(), safety.units(), rule.max()),
                "quantity %d = %d up to max %d, at least %d, in multiples of %d"
                        .formatted(quantity, needed, rule.max(), rule.minimumOrder(), rule.multiple()));
        return new Proposal(rule, quantity, inputs, formula);
    }

    private Explained none(@Nullable Forecast stale) {
        return new Explained(
                0, stale == null ? "no forecast" : "no forecast: " + stale.name() + " is older than " + forecastMaxAge);
    }

    private static Explained demand(Rule rule, Forecast forecast, Instant now) {
        var perDay =
                forecast.days().isEmpty() ? " × " + plain(forecast.meanPerDay()) + " per day" : ", each as foreseen";
        return new Explained(
                forecast.demand(now, rule.leadTime()),
                plain(days(rule.leadTime())) + " days" + perDay + " (" + forecast.name() + ")");
    }

    /** z × σ × √lead time: what keeps the promise when demand errs by so much a day; else what the level itself says. */
    private static Explained safetyStock(Rule rule, Position position, @Nullable Forecast forecast) {
        var serviceLevel = rule.serviceLevel();
        var sigma = forecast == null ? null : forecast.sigmaPerDay();
        if (serviceLevel == null || sigma == null) {
            return new Explained(position.safetyStock(), "the level's own");
        }
        var days = days(rule.leadTime());
        double z = NORMAL.inverseCumulativeProbability(serviceLevel);
        return new Explained(
                (long) Math.ceil(z * sigma.doubleValue() * Math.sqrt(days.doubleValue())),
                String.format(
                        Locale.ROOT,
                        "%.3f × %s per day × √%s days, for service level %s",
                        z,
                        plain(sigma),
                        plain(days),
                        serviceLevel));
    }

    private static BigDecimal days(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds()).divide(SECONDS_OF_A_DAY, 3, RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
