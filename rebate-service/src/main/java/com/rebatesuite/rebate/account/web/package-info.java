/** Operators freeze accounts. */
@NullMarked
package com.rebatesuite.rebate.account.web;

import org.jspecify.annotations.NullMarked;
