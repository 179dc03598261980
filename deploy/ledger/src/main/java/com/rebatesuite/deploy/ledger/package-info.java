/**
 * An auditor of the ledger that shares no code with it: what a booking has to look like is written down here a second time,
 * from contracts/events/rebate-recorded.v2.
 */
@NullMarked
package com.rebatesuite.deploy.ledger;

import org.jspecify.annotations.NullMarked;
