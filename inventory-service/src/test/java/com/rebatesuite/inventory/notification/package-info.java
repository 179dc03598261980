@NullMarked
package com.rebatesuite.inventory.notification;

import org.jspecify.annotations.NullMarked;
