/** Asks order-service what is for sale. */
@NullMarked
package com.rebatesuite.rebate.quote.http;

import org.jspecify.annotations.NullMarked;
