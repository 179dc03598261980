@NullMarked
package com.rebatesuite.platform.problem;

import org.jspecify.annotations.NullMarked;
