/** Events written in the caller's transaction and relayed to Kafka afterwards, in key order, never lost. */
@NullMarked
package com.rebatesuite.platform.outbox;

import org.jspecify.annotations.NullMarked;
