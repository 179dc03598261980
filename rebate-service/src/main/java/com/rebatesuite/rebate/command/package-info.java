/** How the service tells its ledger what to do, and waits to see what came of it. */
@NullMarked
package com.rebatesuite.rebate.command;

import org.jspecify.annotations.NullMarked;
