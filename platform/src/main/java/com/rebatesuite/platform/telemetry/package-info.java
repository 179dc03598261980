/** Traces and logs that hang together across HTTP, outbox and Kafka. */
@NullMarked
package com.rebatesuite.platform.telemetry;

import org.jspecify.annotations.NullMarked;
