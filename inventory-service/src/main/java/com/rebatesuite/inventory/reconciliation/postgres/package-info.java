/** Reports, and the holds they are about, in PostgreSQL. */
@NullMarked
package com.rebatesuite.inventory.reconciliation.postgres;

import org.jspecify.annotations.NullMarked;
