@NullMarked
package com.rebatesuite.inventory.alert.postgres;

import org.jspecify.annotations.NullMarked;
