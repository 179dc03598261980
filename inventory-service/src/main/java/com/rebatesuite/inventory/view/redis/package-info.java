/** The fast view in Redis, where a late write never wins. */
@NullMarked
package com.rebatesuite.inventory.view.redis;

import org.jspecify.annotations.NullMarked;
