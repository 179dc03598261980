/** The places where goods are, and what may be done with what lies there. */
@NullMarked
package com.rebatesuite.inventory.location;

import org.jspecify.annotations.NullMarked;
