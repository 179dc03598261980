/** Rules, replenishments, receipts and forecasts in PostgreSQL. */
@NullMarked
package com.rebatesuite.inventory.replenishment.postgres;

import org.jspecify.annotations.NullMarked;
