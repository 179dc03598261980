/**
 * Campaign budgets: one authority hands them out in slices, each partition of the ledger spends its own. Plain functions: no
 * Kafka, no JSON, no clock.
 */
@NullMarked
package com.rebatesuite.rebate.budget;

import org.jspecify.annotations.NullMarked;
