/** What the consumers of all features do alike. */
@NullMarked
package com.rebatesuite.inventory.kafka;

import org.jspecify.annotations.NullMarked;
