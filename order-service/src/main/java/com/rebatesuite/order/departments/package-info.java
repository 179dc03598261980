/** What other departments are asked to do about an order. */
@NullMarked
package com.rebatesuite.order.departments;

import org.jspecify.annotations.NullMarked;
