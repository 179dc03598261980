/** Reads the recorded orders and what was booked for them. */
@NullMarked
package com.rebatesuite.rebate.simulation.kafka;

import org.jspecify.annotations.NullMarked;
