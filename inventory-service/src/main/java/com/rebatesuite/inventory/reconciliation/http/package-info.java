/** Asks order-service how orders stand. */
@NullMarked
package com.rebatesuite.inventory.reconciliation.http;

import org.jspecify.annotations.NullMarked;
