@NullMarked
package com.rebatesuite.inventory.notification.postgres;

import org.jspecify.annotations.NullMarked;
