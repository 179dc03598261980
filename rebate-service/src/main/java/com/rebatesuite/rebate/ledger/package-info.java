/** The decisions of the ledger: plain functions of account, order, input and rules. No Kafka, no JSON, no clock. */
@NullMarked
package com.rebatesuite.rebate.ledger;

import org.jspecify.annotations.NullMarked;
