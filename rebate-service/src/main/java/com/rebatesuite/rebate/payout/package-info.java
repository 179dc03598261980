/** How finance pays what shoppers asked for: in batches, and what came of each. */
@NullMarked
package com.rebatesuite.rebate.payout;

import org.jspecify.annotations.NullMarked;
