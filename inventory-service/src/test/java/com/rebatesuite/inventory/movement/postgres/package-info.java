@NullMarked
package com.rebatesuite.inventory.movement.postgres;

import org.jspecify.annotations.NullMarked;
