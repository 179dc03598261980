/** Lists in pages, with opaque cursors. */
@NullMarked
package com.rebatesuite.platform.paging;

import org.jspecify.annotations.NullMarked;
