@NullMarked
package com.rebatesuite.inventory.reservation.kafka;

import org.jspecify.annotations.NullMarked;
