package com.rebatesuite.rebate.view;

import static com.rebatesuite.rebate.view.Generation.State.BUILDING;
import static com.rebatesuite.rebate.view.Generation.State.DROPPED;
import static com.rebatesuite.rebate.view.Generation.State.SERVING;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rebuilds the views from the log while the present ones are served. Every replica looks at the same generations and may take
 * any step; a step taken twice, or by two, is one. What is done so far is in the offsets of the log's readers.
 */
@Component
public class RebuildViews {

    private final Generations generations;
    private final Projections projections;
    private final ViewsProperties properties;
    private final Clock clock;
    private @Nullable Target target;

    RebuildViews(Generations generations, Projections projections, ViewsProperties properties, Clock clock) {
        this.generations = generations;
        this.projections = projections;
        this.properties = properties;
        this.clock = clock;
    }

    /** How far a generation is: records of the log. */
    public record Progress(Generation generation, long written, long end) {}

    /** Where the log ended once. */
    private record Target(int generation, Offsets end, Instant at) {}

    /** Starts another generation, or tells of the one that is building. */
    public Generation request(String by) {
        var all = generations.all();
        var building = building(all);
        if (building.isPresent()) {
            return building.get();
        }
        int number = all.getLast().number() + 1;
        var now = clock.instant();
        generations.open(number, by, now);
        return new Generation(number, BUILDING, by, now, null);
    }

    /** How far it is; empty when there was no such generation. */
    public Optional<Progress> progress(int number) {
        return generations.all().stream()
                .filter(generation -> generation.number() == number)
                .findFirst()
                .map(generation -> new Progress(
                        generation,
                        projections.written(number).sum(),
                        projections.end().sum()));
    }

    /** Takes whatever step is due. Called again and again, by one thread. */
    public void step() {
        var all = generations.all();
        var served = served(all);
        generations.use(served.number());
        projections.run(all.stream()
                .filter(generation -> !generation.is(DROPPED) && generation.number() >= served.number())
                .map(Generation::number)
                .collect(Collectors.toSet()));
        building(all).filter(this::upToDate).ifPresent(ready -> generations.serve(ready.number(), clock.instant()));
        if (retiring(served)) {
            all.stream()
                    .filter(generation -> !generation.is(DROPPED) && generation.number() < served.number())
                    .forEach(generation -> generations.drop(generation.number()));
        }
    }

    /** Whether it has all that the log had a moment ago. That end is moved on until it is young enough when it is reached. */
    private boolean upToDate(Generation building) {
        var goal = target;
        if (goal == null || goal.generation() != building.number()) {
            target = new Target(building.number(), projections.end(), clock.instant());
            return false;
        }
        if (!projections.written(building.number()).reach(goal.end())) {
            return false;
        }
        var young = goal.at().plus(properties.fresh()).isAfter(clock.instant());
        target = young ? null : new Target(building.number(), projections.end(), clock.instant());
        return young;
    }

    private boolean retiring(Generation served) {
        return served.servedAt() != null
                && served.servedAt().plus(properties.retire()).isBefore(clock.instant());
    }

    private static Generation served(List<Generation> all) {
        return all.stream()
                .filter(generation -> generation.is(SERVING))
                .reduce((one, newer) -> newer)
                .orElseThrow(() -> new IllegalStateException("no generation of the views is served (expected: one)"));
    }

    private static Optional<Generation> building(List<Generation> all) {
        return all.stream()
                .filter(generation -> generation.is(BUILDING))
                .filter(generation -> generation.number() > served(all).number())
                .findFirst();
    }
}
