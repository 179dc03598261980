/** What a product would earn a shopper, promised with a signature, and kept when an order brings the promise back. */
@NullMarked
package com.rebatesuite.rebate.quote;

import org.jspecify.annotations.NullMarked;
