/** One guarded door: routes, tokens, timeouts, breakers, limits, and one form for every refusal. */
@NullMarked
package com.rebatesuite.gateway;

import org.jspecify.annotations.NullMarked;
