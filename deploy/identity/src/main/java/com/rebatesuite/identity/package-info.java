/** A small authorization server with demo users, for local runs. */
@NullMarked
package com.rebatesuite.identity;

import org.jspecify.annotations.NullMarked;
