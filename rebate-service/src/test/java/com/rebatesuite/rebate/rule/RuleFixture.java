package com.rebatesuite.rebate.rule;

import com.rebatesuite.rebate.rule.Reward.Fixed;
import com.rebatesuite.rebate.rule.Reward.Percent;
import com.rebatesuite.rebate.rule.Reward.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rules that two operators have agreed on, in force since 2026-01-01. */
public final class RuleFixture {

    public static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    public static final String OLGA = "olga";
    public static final String OTTO = "otto";

    private RuleFixture() {}

    /** What a rule says; 1 % on everything if nothing else is said. */
    @SuppressWarnings("MissingSummary")
    public static final class Draft {
        public String title = "a rule";
        public @Nullable String sku;
        public @Nullable String merchant;
        public @Nullable String category;
        public int rate = 100;
        public final List<Tier> tiers = new ArrayList<>();
        public long fixed;
        public long minSpend;
        public long capPerLine = -1;
        public long capPerOrder = -1;
        public long capPerUser = -1;
        public @Nullable CapPeriod period;
        public long budget = -1;
        public @Nullable String currency;
        public int priority;
        public boolean stackable;
        public boolean newUsersOnly;
        public boolean couponRequired;
        public Instant from = JANUARY;
        public @Nullable Instant until;
        public boolean active = true;

        public void tier(long fromMinor, int rateFromThere) {
            tiers.add(new Tier(new Amount("GBP", fromMinor), rateFromThere));
        }

        public void capPerUser(long minor, CapPeriod within) {
            capPerUser = minor;
            period = within;
        }

        private RuleTerms terms() {
            var reward = fixed > 0 ? new Fixed(new Amount("GBP", fixed)) : new Percent(rate, tiers);
            var caps = new Caps(amount(capPerLine), amount(capPerOrder), amount(capPerUser), period, amount(budget));
            var min = minSpend > 0 ? new Amount("GBP", minSpend) : null;
            return new RuleTerms(
                    title,
                    new Scope(sku, merchant, category),
                    reward,
                    new Conditions(min, newUsersOnly, couponRequired),
                    caps,
                    currency != null || money() ? currency == null ? "GBP" : currency : null,
                    priority,
                    stackable,
                    from,
                    until,
                    active);
        }

        private boolean money() {
            return fixed > 0
                    || !tiers.isEmpty()
                    || minSpend > 0
                    || capPerLine >= 0
                    || capPerOrder >= 0
                    || capPerUser >= 0
                    || budget >= 0;
        }

        private static @Nullable Amount amount(long minor) {
            return minor < 0 ? null : new Amount("GBP", minor);
        }
    }

    public static RuleTerms terms(Consumer<Draft> wording) {
        var draft = new Draft();
        wording.accept(draft);
        return draft.terms();
    }

    public static RuleVersion version(int version, Consumer<Draft> wording) {
        return new RuleVersion(version, terms(wording), new Approval(OLGA, JANUARY, OTTO, JANUARY, false, null));
    }

    /** One version after the other. */
    @SafeVarargs
    public static RebateRule rule(String ruleId, Consumer<Draft>... wordings) {
        var versions = IntStream.range(0, wordings.length)
                .mapToObj(i -> version(i + 1, wordings[i]))
                .toList();
        return new RebateRule(ruleId, 2 * wordings.length, versions, null);
    }

    public static RebateRule percent(
            String ruleId, @Nullable String merchant, @Nullable String category, int basisPoints) {
        return rule(ruleId, draft -> {
            draft.merchant = merchant;
            draft.category = category;
            draft.rate = basisPoints;
        });
    }
}
