/** A partner has paid us for an order: its rebate may be released. */
@NullMarked
package com.rebatesuite.rebate.settlement;

import org.jspecify.annotations.NullMarked;
