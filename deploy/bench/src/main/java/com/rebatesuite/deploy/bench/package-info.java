/** Measures the running suite: through the gateway and beside it, both in one run. Nothing is asserted. */
@NullMarked
package com.rebatesuite.deploy.bench;

import org.jspecify.annotations.NullMarked;
