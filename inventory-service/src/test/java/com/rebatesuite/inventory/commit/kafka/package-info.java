@NullMarked
package com.rebatesuite.inventory.commit.kafka;

import org.jspecify.annotations.NullMarked;
