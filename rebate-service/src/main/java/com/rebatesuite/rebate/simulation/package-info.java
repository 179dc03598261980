/** What a draft rule would have cost: the recorded orders of a period, decided again without any effect. */
@NullMarked
package com.rebatesuite.rebate.simulation;

import org.jspecify.annotations.NullMarked;
