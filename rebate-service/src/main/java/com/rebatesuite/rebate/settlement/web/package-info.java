/** Operators say that an order is settled. */
@NullMarked
package com.rebatesuite.rebate.settlement.web;

import org.jspecify.annotations.NullMarked;
