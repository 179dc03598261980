/** The dead letter topics of this service. */
@NullMarked
package com.rebatesuite.inventory.deadletter.kafka;

import org.jspecify.annotations.NullMarked;
