@NullMarked
package com.rebatesuite.inventory.transfer.postgres;

import org.jspecify.annotations.NullMarked;
