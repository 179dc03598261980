/** Crossings of supply in, alerts out. */
@NullMarked
package com.rebatesuite.inventory.alert.kafka;

import org.jspecify.annotations.NullMarked;
