/** What outside systems write to the topic stock-movements. */
@NullMarked
package com.rebatesuite.inventory.outside.kafka;

import org.jspecify.annotations.NullMarked;
