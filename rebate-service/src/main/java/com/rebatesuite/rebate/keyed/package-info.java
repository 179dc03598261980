/** Requests with an Idempotency-Key: what they make has the same id every time, and the ledger does the rest. */
@NullMarked
package com.rebatesuite.rebate.keyed;

import org.jspecify.annotations.NullMarked;
