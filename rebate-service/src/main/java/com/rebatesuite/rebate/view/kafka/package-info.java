/** Feeds the views from the topic rebates. */
@NullMarked
package com.rebatesuite.rebate.view.kafka;

import org.jspecify.annotations.NullMarked;
