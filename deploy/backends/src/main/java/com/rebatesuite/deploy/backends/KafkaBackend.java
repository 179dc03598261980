package com.rebatesuite.deploy.backends;

/** A Kafka broker that has every topic of contracts/topics.json. */
public interface KafkaBackend extends Backend {

    /** Where clients find the broker, {@code host:port}. */
    String bootstrapServers();
}
