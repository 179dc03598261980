/** The connection to Cassandra and the shape of what is in it. Connects in the background: the ledger does not wait for it. */
@NullMarked
package com.rebatesuite.rebate.store;

import org.jspecify.annotations.NullMarked;
