package com.rebatesuite.inventory.movement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees to it that there is a month for every movement to come, and that months leave when they are old enough. */
@Component
public class KeepJournal {

    private final JournalMonths months;
    private final JournalProperties properties;
    private final Clock clock;
    private final MeterRegistry registry;
    private final AtomicLong ahead = new AtomicLong();
    private final AtomicLong strays = new AtomicLong();

    public KeepJournal(JournalMonths months, JournalProperties properties, Clock clock, MeterRegistry registry) {
        this.months = months;
        this.properties = properties;
        this.clock = clock;
        this.registry = registry;
        Gauge.builder("stock.journal.months.ahead", ahead, AtomicLong::get)
                .description("months to come to which movements can be booked")
                .register(registry);
        Gauge.builder("stock.journal.strays", strays, AtomicLong::get)
                .description("movements for which there is no month")
                .register(registry);
    }

    /** Does what is due. What has to give way comes the next time. */
    @Scheduled(fixedRateString = "${stock.journal.every:1h}")
    public void keep() {
        var present = YearMonth.now(clock);
        if (months.strays() > 0) {
            each("take-in", List.of(present), month -> months.takeIn());
        }
        each("add", missing(present), months::add);
        each("carry", List.copyOf(months.kept().headSet(present.minusMonths(properties.keep()))), months::carry);
        ahead.set(months.kept().tailSet(present.plusMonths(1)).size());
        strays.set(months.strays());
    }

    private List<YearMonth> missing(YearMonth present) {
        var kept = months.kept();
        return Stream.iterate(present, month -> month.plusMonths(1))
                .limit(properties.ahead() + 1L)
                .filter(month -> !kept.contains(month))
                .toList();
    }

    /** In their order, oldest first, so that what is carried forward never has a gap. */
    private void each(String what, List<YearMonth> due, Predicate<YearMonth> work) {
        var left = due.stream().dropWhile(work).toList().size();
        registry.counter("stock.journal.done", "what", what).increment(due.size() - left);
        registry.counter("stock.journal.postponed", "what", what).increment(left);
    }
}
