/** What the service says about its own state. */
@NullMarked
package com.rebatesuite.rebate.health;

import org.jspecify.annotations.NullMarked;
