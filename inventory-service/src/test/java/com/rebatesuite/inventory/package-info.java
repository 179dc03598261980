@NullMarked
package com.rebatesuite.inventory;

import org.jspecify.annotations.NullMarked;
