@NullMarked
package com.rebatesuite.inventory.alert.kafka;

import org.jspecify.annotations.NullMarked;
