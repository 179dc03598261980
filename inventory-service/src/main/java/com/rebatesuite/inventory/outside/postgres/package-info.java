/** Shortfalls in PostgreSQL. */
@NullMarked
package com.rebatesuite.inventory.outside.postgres;

import org.jspecify.annotations.NullMarked;
