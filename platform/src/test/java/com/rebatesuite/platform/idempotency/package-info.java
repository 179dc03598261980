@NullMarked
package com.rebatesuite.platform.idempotency;

import org.jspecify.annotations.NullMarked;
