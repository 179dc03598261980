/** Computes again what is served, so that nobody has to believe it. */
@NullMarked
package com.rebatesuite.rebate.audit;

import org.jspecify.annotations.NullMarked;
