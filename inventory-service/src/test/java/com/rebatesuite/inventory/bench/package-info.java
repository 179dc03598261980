/** The stock core measured in one process against plain updates; started by {@code deploy/bench/run stock}. */
@NullMarked
package com.rebatesuite.inventory.bench;

import org.jspecify.annotations.NullMarked;
