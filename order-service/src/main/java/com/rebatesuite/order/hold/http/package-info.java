/** The hold over HTTP, behind a circuit breaker. */
@NullMarked
package com.rebatesuite.order.hold.http;

import org.jspecify.annotations.NullMarked;
