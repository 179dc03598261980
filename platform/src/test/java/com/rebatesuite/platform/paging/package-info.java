@NullMarked
package com.rebatesuite.platform.paging;

import org.jspecify.annotations.NullMarked;
