@NullMarked
package com.rebatesuite.inventory.movement;

import org.jspecify.annotations.NullMarked;
