@NullMarked
package com.rebatesuite.inventory.count.postgres;

import org.jspecify.annotations.NullMarked;
