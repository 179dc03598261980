/** Goods on their way from one location to another. */
@NullMarked
package com.rebatesuite.inventory.transfer;

import org.jspecify.annotations.NullMarked;
