/** What a partner has told us, in PostgreSQL. */
@NullMarked
package com.rebatesuite.order.partner.postgres;

import org.jspecify.annotations.NullMarked;
