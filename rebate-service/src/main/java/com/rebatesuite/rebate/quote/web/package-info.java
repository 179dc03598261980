/** Quotes over HTTP. */
@NullMarked
package com.rebatesuite.rebate.quote.web;

import org.jspecify.annotations.NullMarked;
