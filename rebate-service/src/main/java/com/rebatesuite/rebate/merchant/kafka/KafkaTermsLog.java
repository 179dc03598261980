package com.rebatesuite.rebate.merchant.kafka;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.merchant.MerchantTerms;
import com.rebatesuite.rebate.revision.ChangeNotWritten;
import com.rebatesuite.rebate.revision.RevisionLog;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Terms on the topic merchant-terms, acknowledged by all replicas of the broker. */
@Component
class KafkaTermsLog implements RevisionLog<MerchantTerms> {

    private static final String TOPIC = "merchant-terms";
    private static final String SOURCE = "/rebate-service";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaTemplate<String, byte[]> kafka;
    private final JsonMapper mapper;
    private final EventIds ids;
    private final Clock clock;

    KafkaTermsLog(KafkaTemplate<String, byte[]> kafka, JsonMapper mapper, EventIds ids, Clock clock) {
        this.kafka = kafka;
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String write(MerchantTerms terms) {
        var id = ids.next().toString();
        var bytes = serialise(id, terms);
        try {
            kafka.send(TOPIC, terms.merchant(), bytes).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return id;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ChangeNotWritten(terms.merchant(), interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new ChangeNotWritten(terms.merchant(), failed);
        }
    }

    byte[] serialise(String id, MerchantTerms terms) {
        return mapper.writeValueAsBytes(CloudEvent.of(
                id, SOURCE, TermsMessage.TYPE, clock.instant(), terms.merchant(), TermsMessage.of(terms)));
    }
}
