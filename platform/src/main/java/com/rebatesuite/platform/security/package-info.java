/** Who calls, and what they may do. */
@NullMarked
package com.rebatesuite.platform.security;

import org.jspecify.annotations.NullMarked;
