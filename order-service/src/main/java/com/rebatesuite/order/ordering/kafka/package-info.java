/** What happens to orders, as messages. */
@NullMarked
package com.rebatesuite.order.ordering.kafka;

import org.jspecify.annotations.NullMarked;
