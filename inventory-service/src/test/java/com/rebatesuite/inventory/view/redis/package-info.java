@NullMarked
package com.rebatesuite.inventory.view.redis;

import org.jspecify.annotations.NullMarked;
