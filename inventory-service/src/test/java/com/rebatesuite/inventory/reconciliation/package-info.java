@NullMarked
package com.rebatesuite.inventory.reconciliation;

import org.jspecify.annotations.NullMarked;
