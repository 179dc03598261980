/** Requests to departments, as messages. */
@NullMarked
package com.rebatesuite.order.departments.kafka;

import org.jspecify.annotations.NullMarked;
