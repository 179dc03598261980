/** Keeps the fast view up to date from the stock topic. */
@NullMarked
package com.rebatesuite.inventory.view.kafka;

import org.jspecify.annotations.NullMarked;
