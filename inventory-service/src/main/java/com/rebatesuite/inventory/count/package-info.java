/** Counting what is really there, while goods go on moving. */
@NullMarked
package com.rebatesuite.inventory.count;

import org.jspecify.annotations.NullMarked;
