/** The authority over budgets as a part of the ledger's topology. */
@NullMarked
package com.rebatesuite.rebate.budget.kafka;

import org.jspecify.annotations.NullMarked;
