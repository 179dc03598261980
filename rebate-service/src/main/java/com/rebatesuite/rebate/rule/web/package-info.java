/** Operators read rules, propose changes and approve them. */
@NullMarked
package com.rebatesuite.rebate.rule.web;

import org.jspecify.annotations.NullMarked;
