/** What is served: balances, entries and orders, written from the log and read by shoppers and operators. */
@NullMarked
package com.rebatesuite.rebate.view;

import org.jspecify.annotations.NullMarked;
