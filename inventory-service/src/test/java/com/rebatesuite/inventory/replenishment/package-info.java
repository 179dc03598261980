@NullMarked
package com.rebatesuite.inventory.replenishment;

import org.jspecify.annotations.NullMarked;
