/** Records that could not be handled: looked at, put back or discarded by people. */
@NullMarked
package com.rebatesuite.inventory.deadletter;

import org.jspecify.annotations.NullMarked;
