/** What rules say, which of them speak of a line of an order, and how operators change them by four eyes. */
@NullMarked
package com.rebatesuite.rebate.rule;

import org.jspecify.annotations.NullMarked;
