/** Adjustments over HTTP, for operators only. */
@NullMarked
package com.rebatesuite.rebate.adjustment.web;

import org.jspecify.annotations.NullMarked;
