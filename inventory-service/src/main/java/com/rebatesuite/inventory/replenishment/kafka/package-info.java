/** What replenishment hears, and what it tells. */
@NullMarked
package com.rebatesuite.inventory.replenishment.kafka;

import org.jspecify.annotations.NullMarked;
