@NullMarked
package com.rebatesuite.platform.security;

import org.jspecify.annotations.NullMarked;
