/** Things that operators change one on top of the other, on any replica, and that live in a compacted topic. */
@NullMarked
package com.rebatesuite.rebate.revision;

import org.jspecify.annotations.NullMarked;
