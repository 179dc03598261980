/** Settlements as commands to the ledger. */
@NullMarked
package com.rebatesuite.rebate.settlement.kafka;

import org.jspecify.annotations.NullMarked;
