@NullMarked
package com.rebatesuite.inventory.count;

import org.jspecify.annotations.NullMarked;
