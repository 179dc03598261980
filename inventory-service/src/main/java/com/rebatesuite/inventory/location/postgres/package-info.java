/** Places in PostgreSQL. */
@NullMarked
package com.rebatesuite.inventory.location.postgres;

import org.jspecify.annotations.NullMarked;
