package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shortage of one level that people are told of. At most one of a level is not cleared.
 *
 * @param category of the product, when it was raised: decides who is told
 * @param kind low or out
 * @param firstSequence the crossing of the level that raised it
 * @param sequence the last crossing of the level that it knows of
 * @param available units at that crossing
 * @param projectedOutAt when the level would be out at the speed of the hour before it was raised
 */
public record Alert(
        UUID id,
        LevelKey level,
        String category,
        Supply kind,
        AlertState state,
        long firstSequence,
        long sequence,
        long available,
        Thresholds thresholds,
        Instant raisedAt,
        Instant changedAt,
        @Nullable Instant clearedAt,
        @Nullable Instant projectedOutAt,
        @Nullable Acknowledgement acknowledgement) {

    /** The alert of this episode, seen for the first time. */
    static Alert raised(UUID id, Episode episode, String category, @Nullable Instant projectedOutAt) {
        return of(id, episode, category, projectedOutAt, null);
    }

    /** The same alert, once more is known of its episode; should that have begun earlier, it is raised anew from there. */
    Alert as(Episode episode, AlertHistory.NewAlerts raise) {
        if (episode.first().sequence() == firstSequence) {
            return of(id, episode, category, projectedOutAt, acknowledgement);
        }
        var earlier = raise.of(episode);
        return of(id, episode, earlier.category, earlier.projectedOutAt, acknowledgement);
    }

    /** The same alert, taken upon by somebody. Who was first stays named. */
    Alert acknowledged(String by, @Nullable String note, Instant at) {
        return state == AlertState.OPEN
                ? with(AlertState.ACKNOWLEDGED, new Acknowledgement(by, at, note, sequence))
                : this;
    }

    /** The kind as channels ask for it: low, out or recovered. */
    public String told() {
        return state == AlertState.CLEARED ? "recovered" : kind.wire();
    }

    private Alert with(AlertState other, Acknowledgement by) {
        return new Alert(
                id,
                level,
                category,
                kind,
                other,
                firstSequence,
                sequence,
                available,
                thresholds,
                raisedAt,
                changedAt,
                clearedAt,
                projectedOutAt,
                by);
    }

    private static Alert of(
            UUID id,
            Episode episode,
            String category,
            @Nullable Instant projectedOutAt,
            @Nullable Acknowledgement acknowledgement) {
        var first = episode.first();
        var last = episode.last();
        return new Alert(
                id,
                first.level(),
                category,
                episode.lastShort().supply(),
                state(episode, acknowledgement),
                first.sequence(),
                last.sequence(),
                last.available(),
                last.thresholds(),
                first.at(),
                last.at(),
                episode.clearedAt(),
                projectedOutAt,
                acknowledgement);
    }

    private static AlertState state(Episode episode, @Nullable Acknowledgement acknowledgement) {
        if (episode.clearedAt() != null) {
            return AlertState.CLEARED;
        }
        return acknowledgement != null && acknowledgement.sequence() >= episode.worsenedAt()
                ? AlertState.ACKNOWLEDGED
                : AlertState.OPEN;
    }
}
