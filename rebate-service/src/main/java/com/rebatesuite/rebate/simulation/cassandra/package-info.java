/** Keeps what simulations found. */
@NullMarked
package com.rebatesuite.rebate.simulation.cassandra;

import org.jspecify.annotations.NullMarked;
