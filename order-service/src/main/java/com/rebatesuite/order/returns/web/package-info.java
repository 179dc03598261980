/** Returns over HTTP, for shoppers and operators. */
@NullMarked
package com.rebatesuite.order.returns.web;

import org.jspecify.annotations.NullMarked;
