/** Stock levels, reservations and movements: right to the unit at every moment. */
@NullMarked
package com.rebatesuite.inventory;

import org.jspecify.annotations.NullMarked;
