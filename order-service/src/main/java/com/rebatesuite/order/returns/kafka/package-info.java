/** What happens to returns, as messages. */
@NullMarked
package com.rebatesuite.order.returns.kafka;

import org.jspecify.annotations.NullMarked;
