/** Commands as events on the topic rebate-commands. */
@NullMarked
package com.rebatesuite.rebate.command.kafka;

import org.jspecify.annotations.NullMarked;
