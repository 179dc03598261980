/** What people have done with dead letters, in PostgreSQL. */
@NullMarked
package com.rebatesuite.inventory.deadletter.postgres;

import org.jspecify.annotations.NullMarked;
