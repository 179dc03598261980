/** Which rate applies to which line of an order, and how operators change that. */
@NullMarked
package com.rebatesuite.rebate.rule;

import org.jspecify.annotations.NullMarked;
