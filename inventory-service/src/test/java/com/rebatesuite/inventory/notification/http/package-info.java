@NullMarked
package com.rebatesuite.inventory.notification.http;

import org.jspecify.annotations.NullMarked;
