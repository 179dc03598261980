/** Merchants' terms travel on a compacted topic; every replica applies all of them. */
@NullMarked
package com.rebatesuite.rebate.merchant.kafka;

import org.jspecify.annotations.NullMarked;
