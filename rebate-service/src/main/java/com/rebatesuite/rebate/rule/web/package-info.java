/** Operators read and change rules. */
@NullMarked
package com.rebatesuite.rebate.rule.web;

import org.jspecify.annotations.NullMarked;
