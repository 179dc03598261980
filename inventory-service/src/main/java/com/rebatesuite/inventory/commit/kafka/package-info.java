/** What was decided, as events in the outbox. */
@NullMarked
package com.rebatesuite.inventory.commit.kafka;

import org.jspecify.annotations.NullMarked;
