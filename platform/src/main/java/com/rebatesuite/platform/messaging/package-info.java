/** Reading events: routing by type, and what happens to those that cannot be handled. */
@NullMarked
package com.rebatesuite.platform.messaging;

import org.jspecify.annotations.NullMarked;
