/** Orders in PostgreSQL. */
@NullMarked
package com.rebatesuite.order.ordering.postgres;

import org.jspecify.annotations.NullMarked;
