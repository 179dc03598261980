/** Behaviour events on their way into Kafka. */
@NullMarked
package com.rebatesuite.analytics.behaviour.kafka;

import org.jspecify.annotations.NullMarked;
