@NullMarked
package com.rebatesuite.inventory.level;

import org.jspecify.annotations.NullMarked;
