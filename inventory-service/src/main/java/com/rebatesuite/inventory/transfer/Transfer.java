package com.rebatesuite.inventory.transfer;

import com.rebatesuite.inventory.transfer.TransferRefused.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** Goods on their way from one location to another: what is sent and neither received, nor back, nor lost, is in transit. */
public record Transfer(
        UUID id,
        String source,
        String destination,
        String reference,
        String openedBy,
        Instant openedAt,
        List<Step> steps) {

    public Transfer {
        steps = List.copyOf(steps);
        if (source.equals(destination)) {
            throw new IllegalArgumentException("destination: " + destination + " (expected: another location)");
        }
    }

    /** Units of each product that are on their way. */
    public SortedMap<String, Long> inTransit() {
        return left(Step::isDone);
    }

    /** Units of each product for which nothing is planned yet either. */
    public SortedMap<String, Long> rest() {
        return left(step -> true);
    }

    /** Units of a product that steps of this kind have moved. */
    public long units(Kind kind, String sku) {
        return steps.stream()
                .filter(step -> step.kind() == kind && step.isDone())
                .mapToLong(step -> step.units().getOrDefault(sku, 0L))
                .sum();
    }

    /** Whether something is still to happen. */
    public boolean isOpen() {
        return !rest().isEmpty() || steps.stream().anyMatch(step -> !step.isDone());
    }

    /** The step somebody has asked for before. */
    public Optional<Step> step(String request) {
        return steps.stream().filter(step -> step.request().equals(request)).findFirst();
    }

    /**
     * With one more step; one without units is about all the rest. What is planned counts like what is done, so that
     * nobody plans the same units twice.
     *
     * @throws TransferRefused if so many are not in transit
     */
    public Transfer with(Step step) {
        if (step(step.request()).isPresent()) {
            return this;
        }
        if (!steps.getFirst().isDone()) {
            throw new TransferRefused(Why.NOT_SENT, "transfer " + id + " is not sent yet");
        }
        var rest = rest();
        if (rest.isEmpty()) {
            throw new TransferRefused(Why.NOT_IN_TRANSIT, "in transit of transfer " + id + ": nothing any more");
        }
        step.units().forEach((sku, units) -> {
            long left = rest.getOrDefault(sku, 0L);
            if (units > left) {
                throw new TransferRefused(
                        Why.NOT_IN_TRANSIT,
                        "in transit of " + sku + ": " + left + " (expected: at least " + units + ")");
            }
        });
        return and(step.units().isEmpty() ? step.of(rest) : step);
    }

    /** As it will be once the books have the step. */
    public Transfer done(String request) {
        return new Transfer(
                id,
                source,
                destination,
                reference,
                openedBy,
                openedAt,
                steps.stream()
                        .map(step -> step.request().equals(request) ? step.done() : step)
                        .toList());
    }

    private Transfer and(Step step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new Transfer(id, source, destination, reference, openedBy, openedAt, more);
    }

    private SortedMap<String, Long> left(Predicate<Step> counted) {
        var left = new TreeMap<String, Long>();
        steps.stream()
                .filter(counted)
                .forEach(step -> step.units()
                        .forEach(
                                (sku, units) -> left.merge(sku, step.kind() == Kind.SEND ? units : -units, Long::sum)));
        left.values().removeIf(units -> units == 0);
        return left;
    }
}
