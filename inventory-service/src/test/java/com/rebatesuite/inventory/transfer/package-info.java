@NullMarked
package com.rebatesuite.inventory.transfer;

import org.jspecify.annotations.NullMarked;
