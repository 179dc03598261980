/** Errors as RFC 9457 problem details, all in one form. */
@NullMarked
package com.rebatesuite.platform.problem;

import org.jspecify.annotations.NullMarked;
