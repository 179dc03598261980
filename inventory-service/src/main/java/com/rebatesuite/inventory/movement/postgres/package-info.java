/** The months of the journal in PostgreSQL. */
@NullMarked
package com.rebatesuite.inventory.movement.postgres;

import org.jspecify.annotations.NullMarked;
