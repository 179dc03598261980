@NullMarked
package com.rebatesuite.inventory.reconciliation.postgres;

import org.jspecify.annotations.NullMarked;
