package com.rebatesuite.inventory.replenishment;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.platform.event.EventIds;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with replenishments: the step and its event are written together. */
@Component
@Transactional
public class ChangeReplenishment {

    private final Replenishments replenishments;
    private final Announcements announcements;
    private final EventIds ids;
    private final Clock clock;

    ChangeReplenishment(Replenishments replenishments, Announcements announcements, EventIds ids, Clock clock) {
        this.replenishments = replenishments;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /** Proposes without a rule. */
    public Replenishment ask(LevelKey key, String supplier, long quantity, String actor, @Nullable String reason) {
        var asked = Replenishment.asked(ids.next(), key, supplier, quantity, act(actor, reason));
        replenishments.add(List.of(asked));
        announcements.announce(List.of(asked));
        return asked;
    }

    /** Allows it to be ordered, in another quantity if one is given. */
    public Step approve(UUID id, @Nullable Long quantity, String actor, @Nullable String reason) {
        return step(id, actor, reason, (found, act) -> found.approve(quantity, act));
    }

    /** Notes what the supplier was told. */
    public Step order(UUID id, SupplierOrder order, String actor, @Nullable String reason) {
        return step(id, actor, reason, (found, act) -> found.order(order, act));
    }

    /** Gives up what has not come. */
    public Step cancel(UUID id, String actor, @Nullable String reason) {
        return step(id, actor, reason, Replenishment::cancel);
    }

    private Step step(UUID id, String actor, @Nullable String reason, BiFunction<Replenishment, Act, Step> decide) {
        var found = replenishments.locked(id).orElseThrow(() -> new UnknownReplenishment(id));
        var step = decide.apply(found, act(actor, reason));
        if (step instanceof Step.Taken taken) {
            replenishments.update(taken.replenishment());
            announcements.announce(List.of(taken.replenishment()));
        }
        return step;
    }

    private Act act(String actor, @Nullable String reason) {
        return new Act(actor, reason, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
