/** What is promised to an order, and what has become of the promise. */
@NullMarked
package com.rebatesuite.inventory.reservation;

import org.jspecify.annotations.NullMarked;
