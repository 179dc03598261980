@NullMarked
package com.rebatesuite.platform;

import org.jspecify.annotations.NullMarked;
