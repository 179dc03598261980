@NullMarked
package com.rebatesuite.inventory.alert;

import org.jspecify.annotations.NullMarked;
