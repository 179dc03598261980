/** Operators read and change what was agreed with a merchant. */
@NullMarked
package com.rebatesuite.rebate.merchant.web;

import org.jspecify.annotations.NullMarked;
