/** What is for sale, and at which price. */
@NullMarked
package com.rebatesuite.order.catalogue;

import org.jspecify.annotations.NullMarked;
