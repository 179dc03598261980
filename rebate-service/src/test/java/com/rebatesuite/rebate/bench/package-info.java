/** Measures the ledger from the input to what is readable in Cassandra: {@code deploy/bench/run ledger}. */
@NullMarked
package com.rebatesuite.rebate.bench;

import org.jspecify.annotations.NullMarked;
