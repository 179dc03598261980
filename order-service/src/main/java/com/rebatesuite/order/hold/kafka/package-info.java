/** Inventory's answers from the reservations topic. */
@NullMarked
package com.rebatesuite.order.hold.kafka;

import org.jspecify.annotations.NullMarked;
