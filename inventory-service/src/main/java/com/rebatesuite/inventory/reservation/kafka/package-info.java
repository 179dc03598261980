/** What happens to orders, as commands to the stock. */
@NullMarked
package com.rebatesuite.inventory.reservation.kafka;

import org.jspecify.annotations.NullMarked;
