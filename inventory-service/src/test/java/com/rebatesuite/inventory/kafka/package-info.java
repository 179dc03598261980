@NullMarked
package com.rebatesuite.inventory.kafka;

import org.jspecify.annotations.NullMarked;
