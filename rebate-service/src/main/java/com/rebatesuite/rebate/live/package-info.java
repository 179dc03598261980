/** Balances pushed to those who watch them. */
@NullMarked
package com.rebatesuite.rebate.live;

import org.jspecify.annotations.NullMarked;
