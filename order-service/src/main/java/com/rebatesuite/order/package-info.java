/** Catalogue, orders, payments, returns and partner feeds. */
@NullMarked
package com.rebatesuite.order;

import org.jspecify.annotations.NullMarked;
