/** The envelope every event travels in, and where its id comes from. */
@NullMarked
package com.rebatesuite.platform.event;

import org.jspecify.annotations.NullMarked;
