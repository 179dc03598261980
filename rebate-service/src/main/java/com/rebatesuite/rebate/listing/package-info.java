/** Long lists of what happened on many days, in pages. */
@NullMarked
package com.rebatesuite.rebate.listing;

import org.jspecify.annotations.NullMarked;
