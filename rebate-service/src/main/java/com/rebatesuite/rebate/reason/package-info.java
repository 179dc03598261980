/** Why somebody did something to a shopper's money, in his own words. */
@NullMarked
package com.rebatesuite.rebate.reason;

import org.jspecify.annotations.NullMarked;
