/** Levels, reservations and the journal in PostgreSQL: one schema, so one package for all that is written and read. */
@NullMarked
package com.rebatesuite.inventory.commit.postgres;

import org.jspecify.annotations.NullMarked;
