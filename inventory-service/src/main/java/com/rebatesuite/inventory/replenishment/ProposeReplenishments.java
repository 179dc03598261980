package com.rebatesuite.inventory.replenishment;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.platform.event.EventIds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes for levels, under the lock of their rules: so what one replica proposes is incoming to the next one that
 * looks. That a rule has one open proposal is kept by a unique key, whatever anybody looked at.
 */
@Component
public class ProposeReplenishments {

    private final Situations situations;
    private final ReorderPolicy policy;
    private final Replenishments replenishments;
    private final Announcements announcements;
    private final ReplenishmentMeters meters;
    private final EventIds ids;
    private final Clock clock;

    ProposeReplenishments(
            Situations situations,
            Replenishments replenishments,
            Announcements announcements,
            ReplenishmentProperties properties,
            ReplenishmentMeters meters,
            EventIds ids,
            Clock clock) {
        this.situations = situations;
        this.policy = new ReorderPolicy(properties.forecastMaxAge());
        this.replenishments = replenishments;
        this.announcements = announcements;
        this.meters = meters;
        this.ids = ids;
        this.clock = clock;
    }

    /** Decides again on what is true under the lock, and returns what is proposed now, approved if that is automatic. */
    @Transactional
    public List<Replenishment> propose(Collection<LevelKey> levels) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var proposals = policy.proposals(situations.locked(levels), now);
        var proposed = replenishments.add(proposals.stream()
                .map(proposal -> Replenishment.proposed(ids.next(), proposal, now))
                .toList());
        announcements.announce(proposed);
        meters.proposed(proposed.size());
        return approved(proposed, proposals, now);
    }

    private List<Replenishment> approved(List<Replenishment> proposed, List<Proposal> proposals, Instant now) {
        var automatic = proposals.stream()
                .map(Proposal::rule)
                .filter(rule -> rule.mode() == Mode.AUTOMATIC)
                .map(Rule::actor)
                .toList();
        return proposed.stream()
                .map(one -> automatic.contains(one.last().actor()) ? approved(one, now) : one)
                .toList();
    }

    private Replenishment approved(Replenishment proposed, Instant now) {
        var act = new Act(proposed.last().actor(), null, now);
        var approved = proposed.approve(null, act).replenishment();
        replenishments.update(approved);
        announcements.announce(List.of(approved));
        return approved;
    }
}
