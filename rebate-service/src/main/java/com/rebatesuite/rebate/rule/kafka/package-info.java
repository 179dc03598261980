/** Rules travel on a compacted topic; every replica applies all of them. */
@NullMarked
package com.rebatesuite.rebate.rule.kafka;

import org.jspecify.annotations.NullMarked;
