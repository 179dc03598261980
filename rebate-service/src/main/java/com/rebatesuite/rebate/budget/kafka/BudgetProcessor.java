package com.rebatesuite.rebate.budget.kafka;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.rebate.budget.Campaign;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one that decides about the budget of a rule. */
final class BudgetProcessor implements Processor<String, byte[], String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(BudgetProcessor.class);

    /** Of users, as contracts/topics.json declares; it only shapes the size of a slice. */
    private static final int PARTITIONS = 6;

    private final BudgetTopology parts;
    private final EventRouter router;
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, Long> granted;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    BudgetProcessor(BudgetTopology parts) {
        this.parts = parts;
        this.router = EventRouter.builder(parts.mapper(), parts.meters(), "budgets")
                .on(RequestedMessage.TYPE, RequestedMessage.class, event -> answer(event.data()))
                .build();
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
        granted = context.getStateStore(BudgetTopology.STORE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        try {
            router.handle(record.value());
        } catch (MalformedEvent malformed) {
            // Only the ledger writes here: there is nobody who could put such a record right.
            parts.meters()
                    .counter("rebates.dead", "reason", "malformed-request")
                    .increment();
            LOG.warn("budget request of {} is malformed: {}", record.key(), malformed.getMessage());
        }
    }

    private void answer(RequestedMessage request) {
        var known = granted.get(request.ruleId());
        var campaign = new Campaign(request.ruleId(), known == null ? 0 : known);
        if (request.minor() <= 0) {
            granted.put(request.ruleId(), campaign.givenBack(-request.minor()).granted());
            return;
        }
        var grant = campaign.grant(request.minor(), parts.rules().budget(request.ruleId()), PARTITIONS);
        granted.put(request.ruleId(), campaign.after(grant).granted());
        parts.meters()
                .counter("rebates.budget.grants", "exhausted", String.valueOf(grant.exhausted()))
                .increment();
        forward(request, grant);
    }

    private void forward(RequestedMessage request, Campaign.Grant grant) {
        var now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        var message = new GrantedMessage(
                request.ruleId(),
                parts.rules().version(request.ruleId()),
                request.partition(),
                request.number(),
                grant.minor(),
                grant.exhausted());
        var event = CloudEvent.of(
                parts.ids().next().toString(), "/rebate-service", GrantedMessage.TYPE, now, request.ruleId(), message);
        context.forward(new Record<>(
                String.valueOf(request.partition()), parts.mapper().writeValueAsBytes(event), now.toEpochMilli()));
    }
}
