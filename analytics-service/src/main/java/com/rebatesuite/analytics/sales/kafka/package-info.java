/** The topology that counts, and the consumer that projects its result. */
@NullMarked
package com.rebatesuite.analytics.sales.kafka;

import org.jspecify.annotations.NullMarked;
