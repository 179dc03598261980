@NullMarked
package com.rebatesuite.inventory.outside.kafka;

import org.jspecify.annotations.NullMarked;
