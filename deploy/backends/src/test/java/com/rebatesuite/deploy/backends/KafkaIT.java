package com.rebatesuite.deploy.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaIT {

    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

    @Test
    void hasTheTopicsOfTheContracts() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", Backends.kafka().bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.ofContracts().all().stream()
                            .map(Topics.Topic::name)
                            .toList());
            assertThat(admin.describeTopics(List.of("orders")).allTopicNames().get())
                    .extractingByKey("orders")
                    .satisfies(topic -> assertThat(topic.partitions()).hasSize(6));
        }
    }

    @Test
    void keepsItsRecordsWhenStoppedAndWhenKilled() throws Exception {
        var kafka = Backends.kafka();
        send("before");

        kafka.stop();
        kafka.start();
        kafka.kill();
        kafka.start();
        send("after");

        assertThat(lastTwo()).containsExactly("before", "after");
    }

    private static void send(String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Backends.kafka().bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(ORDERS.topic(), ORDERS.partition(), "key", value))
                    .get();
        }
    }

    private static List<String> lastTwo() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Backends.kafka().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(ORDERS));
            consumer.seekToBeginning(List.of(ORDERS));
            var values = new ArrayList<String>();
            while (consumer.position(ORDERS)
                    < consumer.endOffsets(List.of(ORDERS)).getOrDefault(ORDERS, 0L)) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
            return values.subList(Math.max(0, values.size() - 2), values.size());
        }
    }
}
