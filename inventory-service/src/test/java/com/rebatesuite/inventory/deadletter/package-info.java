@NullMarked
package com.rebatesuite.inventory.deadletter;

import org.jspecify.annotations.NullMarked;
