/** The catalogue in PostgreSQL. */
@NullMarked
package com.rebatesuite.order.catalogue.postgres;

import org.jspecify.annotations.NullMarked;
