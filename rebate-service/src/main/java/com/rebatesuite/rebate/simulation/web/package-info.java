/** Operators ask for simulations and read what came of them. */
@NullMarked
package com.rebatesuite.rebate.simulation.web;

import org.jspecify.annotations.NullMarked;
