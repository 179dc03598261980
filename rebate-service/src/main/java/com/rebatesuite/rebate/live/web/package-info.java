/** Balances as server-sent events. */
@NullMarked
package com.rebatesuite.rebate.live.web;

import org.jspecify.annotations.NullMarked;
