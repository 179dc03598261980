@NullMarked
package com.rebatesuite.inventory.outside;

import org.jspecify.annotations.NullMarked;
