package com.rebatesuite.analytics.behaviour.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.analytics.Examples;
import com.rebatesuite.analytics.Schemas;
import com.rebatesuite.analytics.behaviour.BehaviourEvent;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.CartAdded;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.Occasion;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.ProductSearched;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.ProductViewed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** What is really sent is what the contracts say. */
class BehaviourContractTest {

    private static final Instant AT = Instant.parse("2026-01-05T10:15:30Z");
    private static final Occasion OCCASION = new Occasion("019b76da-a800-7000-8000-00000000000a", "shopper-1", AT, AT);

    private final KafkaBehaviourLog log = new KafkaBehaviourLog(
            new KafkaTemplate<>(
                    new DefaultKafkaProducerFactory<>(Map.of(), new StringSerializer(), new ByteArraySerializer())),
            Examples.JSON,
            () -> UUID.fromString("019b76da-a800-7000-8000-0000000000ff"),
            new BehaviourProperties(Duration.ofSeconds(6)));

    @Test
    void productViewedIsAsTheContractSays() {
        isAsTheContractSays("product-viewed.v1", new ProductViewed(OCCASION, "TEA-100", "groceries"));
    }

    @Test
    void productSearchedIsAsTheContractSays() {
        var query = Examples.example("product-searched.v1").at("/data/query").asString();

        isAsTheContractSays("product-searched.v1", new ProductSearched(OCCASION, query));
    }

    @Test
    void cartAddedIsAsTheContractSays() {
        isAsTheContractSays("cart-added.v1", new CartAdded(OCCASION, "TEA-100", "groceries", 2));
    }

    @Test
    void waitsThirtySecondsAtMost() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new BehaviourProperties(Duration.ofSeconds(31)))
                .hasMessage("patience: PT31S (expected: 1s..30s)");
    }

    private void isAsTheContractSays(String type, BehaviourEvent event) {
        var sent = log.bytes(event);

        assertThat(Examples.JSON.readTree(sent)).isEqualTo(Examples.example(type));
        assertThat(Schemas.complaints(type, sent)).isEmpty();
    }
}
