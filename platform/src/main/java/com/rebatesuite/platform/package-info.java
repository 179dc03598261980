/** What every service needs and none is about. */
@NullMarked
package com.rebatesuite.platform;

import org.jspecify.annotations.NullMarked;
