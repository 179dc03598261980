package com.rebatesuite.rebate.earning;

import com.rebatesuite.rebate.rule.Rulebook.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which of several offers counts: of the highest priority that gives anything, the highest amount, then the most specific
 * rule, then the first by id.
 */
final class BestOf {

    static final Comparator<Match> RANK = Comparator.<Match>comparingInt(
                    match -> match.terms().priority())
            .thenComparingInt(match -> match.terms().scope().specificity())
            .reversed()
            .thenComparing(Match::ruleId);

    private final List<Offer> asked = new ArrayList<>(2);
    private @Nullable Offer best;

    private BestOf() {}

    /** Asks in order of rank, and no further than needed. */
    static BestOf of(List<Match> ranked, Function<Match, Offer> offering) {
        var competition = new BestOf();
        for (var match : ranked) {
            if (!competition.decidedBefore(match)) {
                competition.ask(offering.apply(match));
            }
        }
        return competition;
    }

    @Nullable Offer best() {
        return best;
    }

    /** Offers that would have won, or given more, with more of their budget at hand. */
    List<Offer> cutShort() {
        long won = best == null ? 0 : best.minor();
        return asked.stream()
                .filter(offer -> offer.wanted() > offer.minor() && offer.wanted() > won)
                .toList();
    }

    private boolean decidedBefore(Match match) {
        return best != null
                && best.minor() > 0
                && best.match().terms().priority() > match.terms().priority();
    }

    /** Of equal amounts the one that was asked before is of the higher rank. */
    void ask(Offer offer) {
        asked.add(offer);
        if (best == null || offer.minor() > best.minor()) {
            best = offer;
        }
    }
}
