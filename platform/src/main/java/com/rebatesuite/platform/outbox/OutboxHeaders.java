package com.rebatesuite.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.springframework.integration.kafka.support.KafkaIntegrationHeaders;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/** Gives a record the headers of its row: the trace is that of the request, not of the relay's own loop. */
class OutboxHeaders implements KafkaHeaderMapper {

    private final KafkaHeaderMapper others = new SimpleKafkaHeaderMapper();

    @Override
    public void fromHeaders(MessageHeaders message, Headers record) {
        if (message.get(KafkaIntegrationHeaders.FUTURE_TOKEN) instanceof PendingSend pending) {
            pending.headers().forEach((name, value) -> record.add(name, value.getBytes(UTF_8)));
            return;
        }
        others.fromHeaders(message, record);
    }

    @Override
    public void toHeaders(Headers record, Map<String, Object> message) {
        others.toHeaders(record, message);
    }
}
