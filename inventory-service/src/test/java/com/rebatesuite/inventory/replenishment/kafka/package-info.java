@NullMarked
package com.rebatesuite.inventory.replenishment.kafka;

import org.jspecify.annotations.NullMarked;
