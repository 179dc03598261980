package com.rebatesuite.rebate.rule.kafka;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.revision.ChangeNotWritten;
import com.rebatesuite.rebate.revision.RevisionLog;
import com.rebatesuite.rebate.rule.RebateRule;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rules on the topic rebate-rules, acknowledged by all replicas of the broker. */
@Component
class KafkaRuleLog implements RevisionLog<RebateRule> {

    private static final String TOPIC = "rebate-rules";
    private static final String SOURCE = "/rebate-service";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaTemplate<String, byte[]> kafka;
    private final JsonMapper mapper;
    private final EventIds ids;
    private final Clock clock;

    KafkaRuleLog(KafkaTemplate<String, byte[]> kafka, JsonMapper mapper, EventIds ids, Clock clock) {
        this.kafka = kafka;
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String write(RebateRule rule) {
        var id = ids.next().toString();
        var bytes = serialise(id, rule);
        try {
            kafka.send(TOPIC, rule.ruleId(), bytes).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return id;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ChangeNotWritten(rule.ruleId(), interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new ChangeNotWritten(rule.ruleId(), failed);
        }
    }

    byte[] serialise(String id, RebateRule rule) {
        return mapper.writeValueAsBytes(
                CloudEvent.of(id, SOURCE, RuleMessage.TYPE, clock.instant(), rule.ruleId(), RuleMessage.of(rule)));
    }
}
