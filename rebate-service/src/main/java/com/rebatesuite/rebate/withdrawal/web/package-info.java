/** Shoppers ask for their money. */
@NullMarked
package com.rebatesuite.rebate.withdrawal.web;

import org.jspecify.annotations.NullMarked;
