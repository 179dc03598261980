/** The life of an order: what it is, what may happen to it, and who does it. */
@NullMarked
package com.rebatesuite.order.ordering;

import org.jspecify.annotations.NullMarked;
