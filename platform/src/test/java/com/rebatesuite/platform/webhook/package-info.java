@NullMarked
package com.rebatesuite.platform.webhook;

import org.jspecify.annotations.NullMarked;
