package com.rebatesuite.analytics.behaviour.web;

import com.rebatesuite.analytics.behaviour.Checked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a batch: a result per event, in the order of the request. */
record BehaviourResponse(long accepted, long invalid, List<Result> results) {

    static BehaviourResponse of(List<Checked> answers) {
        var results = answers.stream().map(Result::of).toList();
        var invalid = answers.stream().filter(Checked.Bad.class::isInstance).count();
        return new BehaviourResponse(results.size() - invalid, invalid, results);
    }

    /** {@code status} is accepted, duplicate (of another in the batch) or invalid; reasons say offending and expected. */
    record Result(
            String eventId,
            String status,
            @Nullable String code,
            @Nullable List<String> reasons) {

        static Result of(Checked answer) {
            return switch (answer) {
                case Checked.Good good -> new Result(good.event().occasion().eventId(), "accepted", null, null);
                case Checked.Repeated repeated -> new Result(repeated.eventId(), "duplicate", null, null);
                case Checked.Bad bad -> new Result(bad.eventId(), "invalid", "invalid-event", bad.reasons());
            };
        }
    }
}
