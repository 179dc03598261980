/** Requests that take effect once, however often they are sent. */
@NullMarked
package com.rebatesuite.platform.idempotency;

import org.jspecify.annotations.NullMarked;
