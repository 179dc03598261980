/** The journal: every change of a level, never rewritten; a level is the sum of its journal. */
@NullMarked
package com.rebatesuite.inventory.movement;

import org.jspecify.annotations.NullMarked;
