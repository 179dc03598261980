/** Tests of what crosses the wire. */
@NullMarked
package com.rebatesuite.contracts;

import org.jspecify.annotations.NullMarked;
