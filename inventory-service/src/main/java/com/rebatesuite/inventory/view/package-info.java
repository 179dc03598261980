/** Reading levels: from the fast view, and from the books when that is away. */
@NullMarked
package com.rebatesuite.inventory.view;

import org.jspecify.annotations.NullMarked;
