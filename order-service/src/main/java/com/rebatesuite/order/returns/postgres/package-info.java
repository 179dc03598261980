/** Returns in PostgreSQL. */
@NullMarked
package com.rebatesuite.order.returns.postgres;

import org.jspecify.annotations.NullMarked;
