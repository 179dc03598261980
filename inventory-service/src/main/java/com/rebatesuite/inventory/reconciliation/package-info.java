/** Whether levels, journal, holds and orders tell the same story, and what puts it right where they do not. */
@NullMarked
package com.rebatesuite.inventory.reconciliation;

import org.jspecify.annotations.NullMarked;
