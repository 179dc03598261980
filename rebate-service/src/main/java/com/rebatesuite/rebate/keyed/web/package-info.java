/** What HTTP says about an Idempotency-Key. */
@NullMarked
package com.rebatesuite.rebate.keyed.web;

import org.jspecify.annotations.NullMarked;
