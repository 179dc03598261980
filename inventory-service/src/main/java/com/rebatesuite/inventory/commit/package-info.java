/** Deciding many requests under one lock and writing them with one commit. */
@NullMarked
package com.rebatesuite.inventory.commit;

import org.jspecify.annotations.NullMarked;
