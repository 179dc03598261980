@NullMarked
package com.rebatesuite.platform.messaging;

import org.jspecify.annotations.NullMarked;
