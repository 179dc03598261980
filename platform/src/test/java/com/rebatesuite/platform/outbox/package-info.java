@NullMarked
package com.rebatesuite.platform.outbox;

import org.jspecify.annotations.NullMarked;
