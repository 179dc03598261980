/** The ledger as a Kafka Streams application: reads facts, keeps accounts and orders, writes rebate-recorded. */
@NullMarked
package com.rebatesuite.rebate.ledger.kafka;

import org.jspecify.annotations.NullMarked;
