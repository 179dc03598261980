/** What moved outside: told by other systems, and what has left without having been known here. */
@NullMarked
package com.rebatesuite.inventory.outside;

import org.jspecify.annotations.NullMarked;
