package com.rebatesuite.analytics.behaviour.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long an app waits at most until its batch is acknowledged. */
@ConfigurationProperties("behaviour")
record BehaviourProperties(@DefaultValue("6s") Duration patience) {

    BehaviourProperties {
        if (patience.compareTo(Duration.ofSeconds(1)) < 0 || patience.compareTo(Duration.ofSeconds(30)) > 0) {
            throw new IllegalArgumentException("patience: " + patience + " (expected: 1s..30s)");
        }
    }
}
