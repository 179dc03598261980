/** Every refusal the gateway makes itself, in the one form of the suite. */
@NullMarked
package com.rebatesuite.gateway.problem;

import org.jspecify.annotations.NullMarked;
