/** How much of one product there is at one place, and how much of that is promised. */
@NullMarked
package com.rebatesuite.inventory.level;

import org.jspecify.annotations.NullMarked;
