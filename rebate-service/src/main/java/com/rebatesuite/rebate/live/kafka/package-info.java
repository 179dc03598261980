/** Changes of balances, as every replica hears all of them. */
@NullMarked
package com.rebatesuite.rebate.live.kafka;

import org.jspecify.annotations.NullMarked;
